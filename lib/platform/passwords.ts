/**
 * A password as it is counted, hashed and compared: in Unicode's form NFKC, as NIST SP 800-63B-3 (5.1.1.2) asks. Keyboards write one and the same
 * "é" as one character or as two, and in Japanese an "a" may be a full-width "ａ": whoever chose it on one device has to get in on another.
 */
export const normalisedPassword = (typed: string) => typed.normalize('NFKC');

/** True for a password that begins or ends with a space, as a phone's keyboard and copying add one: when it is wrong, that is the likeliest reason. */
export const hasOuterSpaces = (typed: string) => typed !== typed.trim();
