const PLAIN = "next-auth.session-token";

/** As next-auth calls the cookie of a session, without and with https. A leaf: the front and the proxy know it before anything is asked. */
export const SESSION_COOKIES = { http: PLAIN, https: `__Secure-${PLAIN}` } as const;
