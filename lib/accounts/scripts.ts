/** What a letter of another script stands for, in Latin letters: by its sound, by its looks, and by its key. All in lower case, in NFKC. */

/** Pairs of a letter and what stands for it: "ж zh, з z". */
const table = (pairs: string) => new Map(pairs.split(', ').map((pair) => pair.split(' ') as [string, string]));

/** Cyrillic, Greek, and the Latin letters that do not come apart into a letter and a mark. */
const SOUNDS = table(
  'а a, б b, в v, г g, ґ g, д d, е e, є e, ж zh, з z, и i, і i, й i, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, х h, ц ts, ' +
    'ч ch, ш sh, щ sch, ъ , ы y, ь , э e, ю yu, я ya, ј j, љ lj, њ nj, ћ c, ђ dj, џ dz, ' +
    'α a, β v, γ g, δ d, ε e, ζ z, η i, θ th, ι i, κ k, λ l, μ m, ν n, ξ x, ο o, π p, ρ r, σ s, ς s, τ t, υ y, φ f, χ ch, ψ ps, ω o, ' +
    'ß ss, æ ae, œ oe, ø o, đ d, ð d, þ th, ł l, ı i',
);

/** Letters that pass for Latin ones: "раssword" with a Cyrillic "р". */
const LOOKS = table(
  'а a, в b, е e, к k, м m, н h, о o, р p, с c, т t, у y, х x, ѕ s, і i, ј j, һ h, ԁ d, ԛ q, ԝ w, ѵ v, ' +
    'α a, β b, γ y, ε e, ζ z, η n, ι i, κ k, μ m, ν v, ο o, ρ p, σ o, τ t, υ u, χ x, ω w, ı i, ɡ g, ɑ a',
);

const ROWS = "qwertyuiop[] asdfghjkl;' zxcvbnm,.";
/** The same keys on a Russian, Ukrainian, Greek, Hebrew and Arabic keyboard. An underscore is a key that writes no letter of its own there. */
const KEYBOARDS = [
  'йцукенгшщзхъ фывапролджэ ячсмитьбю',
  '________щ__ї _і_______є_ _________',
  '_ςερτυθιοπ__ ασδφγηξκλ__ ζχψωβνμ__',
  '__קראטוןםפ__ שדגכעיחלךף_ זסבהנמצתץ',
  'ضصثقفغعهخحجد شسيبلاتنمكط ئءؤر_ىةوز',
];
const KEYS = new Map(KEYBOARDS.flatMap((keys) => [...keys].map((key, index) => [key, ROWS[index] ?? key] as const)));

const replaced = (text: string, by: Map<string, string>) =>
  [...text].map((letter) => by.get(letter) ?? letter).join('');
const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** As somebody writes it who has Latin letters alone: "пароль" is "parol", "contraseña" is "contrasena". */
export const bySound = (text: string) => replaced(withoutMarks(text), SOUNDS);

/** As it looks: letters that cannot be told from Latin ones are those. */
export const byLooks = (text: string) => replaced(withoutMarks(text), LOOKS);

/** What the same keys write on a Latin keyboard: "пароль" is "gfhjkm". */
export const byKeys = (text: string) => replaced(text, KEYS);
