/** The shape the API accepts for an e-mail address. */
export const emailForm = /^\s*[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}\s*$/;
