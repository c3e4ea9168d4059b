/** In which header a script of ours shows the secret that it holds. */
export const TOKEN_HEADER = "toasoan-token";
