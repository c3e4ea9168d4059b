/**
 * How long it is kept who asked, and in which words, after a question is closed or its answer first went out, in days: as long as somebody
 * may come back to it, and as mails are kept. The law erases by the same number (`forget_old_questions`).
 */
export const KEPT_DAYS = 90;
