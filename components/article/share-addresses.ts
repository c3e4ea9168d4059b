/**
 * Addresses by which an article is passed on: links, so that no program of anybody's runs in our pages and nobody hears of a reader who
 * does not press one.
 */
export function mailShare(url: string, headline: string): string {
  return `mailto:?subject=${encodeURIComponent(headline)}&body=${encodeURIComponent(`${headline}\n${url}`)}`;
}

/** As Facebook's share dialog takes it. */
export const facebookShare = (url: string): string =>
  `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`;

/** As the button of Zalo's own program for pages opens it: the address as JSON in Base64. */
export const zaloShare = (url: string): string =>
  `https://button-share.zalo.me/share_external?d=${encodeURIComponent(Buffer.from(JSON.stringify({ url })).toString("base64"))}`;

/** A letter to the newsroom about a mistake in an article, which names it so that nobody has to. */
export function mistakeLetter(email: string, article: { number: number; headline: string; url: string }): string {
  const subject = `Báo lỗi trong bài số ${article.number}: ${article.headline}`;
  const body = `Bài số ${article.number}: ${article.headline}\n${article.url}\n\nChỗ sai:\n\nNội dung đúng:\n`;
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
