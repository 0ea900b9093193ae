/** The API asks for the same; here it only spares a round trip. */
export const passwordMinLength = 10;
