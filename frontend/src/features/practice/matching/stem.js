/**
 * The Snowball stemmer for English, version 3.1, as the server has it: words are compared by what is
 * left of them. The steps carry the names of the published algorithm (snowballstem.org); the tests
 * hold it against stems that the server's library made.
 */

const VOWELS = "aeiouy";

/** Whole words that the steps would spoil. @type {Record<string, string>} */
const SPECIAL = {
  skis: "ski",
  skies: "sky",
  idly: "idl",
  gently: "gentl",
  ugly: "ugli",
  early: "earli",
  only: "onli",
  singly: "singl",
  ...Object.fromEntries(["andes", "atlas", "bias", "cosmos", "howe", "news", "sky"].map((word) => [word, word])),
};

const FIRST_REGION = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
const KEPT_ING = /^(?:even|cann|inn|earr|herr|out)$/;
const DOUBLED = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const SHORT_SYLLABLE = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;

/** Endings with what replaces them, longest first where one ends in another. @type {ReadonlyArray<readonly [string, string]>} */
const SECOND = [
  ["ational", "ate"],
  ["ization", "ize"],
  ["fulness", "ful"],
  ["iveness", "ive"],
  ["ousness", "ous"],
  ["tional", "tion"],
  ["biliti", "ble"],
  ["lessli", "less"],
  ["aliti", "al"],
  ["alism", "al"],
  ["ation", "ate"],
  ["entli", "ent"],
  ["fulli", "ful"],
  ["iviti", "ive"],
  ["ogist", "og"],
  ["ousli", "ous"],
  ["abli", "able"],
  ["alli", "al"],
  ["anci", "ance"],
  ["ator", "ate"],
  ["enci", "ence"],
  ["izer", "ize"],
  ["bli", "ble"],
  ["ogi", "og"],
  ["li", ""],
];

/** @type {ReadonlyArray<readonly [string, string]>} */
const THIRD = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["alize", "al"],
  ["ative", ""],
  ["icate", "ic"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ness", ""],
  ["ful", ""],
];

const FOURTH = /(?:ement|ment|able|ance|ence|ible|ant|ate|ent|iti|ion|ism|ive|ize|ous|al|er|ic)$/;

/** A word on its way: its letters, and where its two regions begin. */
class Stemming {
  /** @param {string} word */
  constructor(word) {
    this.word = marked(word.replace(/^'/, ""));
    this.first = FIRST_REGION.exec(this.word)?.[0].length ?? this.afterVowels(0);
    this.second = this.afterVowels(this.first);
  }

  /** Behind the first consonant that follows a vowel. @param {number} from */
  afterVowels(from) {
    const found = /[aeiouy][^aeiouy]/.exec(this.word.slice(from));
    return found ? from + found.index + 2 : this.word.length;
  }

  /** @param {number} count letters at the end @param {string} instead */
  replace(count, instead) {
    this.word = this.word.slice(0, this.word.length - count) + instead;
  }

  /** @param {string} ending @param {number} region */
  within(ending, region) {
    return this.word.length - ending.length >= region;
  }
}

/** A y that is a consonant is written Y until the end. @param {string} word */
function marked(word) {
  let out = "";
  for (const letter of word) out += letter === "y" && (out === "" || VOWELS.includes(out[out.length - 1])) ? "Y" : letter;
  return out;
}

/** Plurals and possessives. @param {Stemming} it */
function step1a(it) {
  it.word = it.word.replace(/(?:'s'|'s|')$/, "");
  if (it.word.endsWith("sses")) it.replace(2, "");
  else if (/ie[ds]$/.test(it.word)) it.replace(it.word.length > 4 ? 2 : 1, "");
  else if (/[^us]s$/.test(it.word) && /[aeiouy].+s$/.test(it.word)) it.replace(1, "");
}

/** Past forms and those in -ing. @param {Stemming} it */
function step1b(it) {
  const ending = /(?:eed|eedly|ed|edly|ing|ingly)$/.exec(it.word)?.[0];
  if (!ending) return;
  const before = it.word.slice(0, -ending.length);
  if (ending.startsWith("eed")) {
    if (it.within(ending, it.first) && !/^(?:succ|proc|exc)$/.test(before)) it.replace(ending.length - 2, "");
    return;
  }
  if (ending === "ing") {
    if (/^[^aeiouy]y$/.test(before)) {
      it.word = `${before.slice(0, -1)}ie`;
      return;
    }
    if (KEPT_ING.test(before)) return;
  }
  if (!/[aeiouy]/.test(before)) return;
  it.word = before;
  mended(it);
}

/** What -ed and -ing leave behind: hopp is hop, hop is hope. @param {Stemming} it */
function mended(it) {
  if (/(?:at|bl|iz)$/.test(it.word)) it.word += "e";
  else if (DOUBLED.test(it.word)) {
    if (!(it.word.length === 3 && /^[aeo]/.test(it.word))) it.replace(1, "");
  } else if (it.word.length === it.first && SHORT_SYLLABLE.test(it.word)) it.word += "e";
}

/** @param {Stemming} it */
function step1c(it) {
  if (it.word.length > 2 && /[^aeiouy][yY]$/.test(it.word)) it.replace(1, "i");
}

/** Suffixes in pairs: -ization is -ize. @param {Stemming} it */
function step2(it) {
  const [ending, instead] = SECOND.find(([one]) => it.word.endsWith(one)) ?? ["", ""];
  if (!ending || !it.within(ending, it.first)) return;
  const before = it.word[it.word.length - ending.length - 1] ?? "";
  if (ending === "ogi" && before !== "l") return;
  if (ending === "li" && !"cdeghkmnrt".includes(before)) return;
  it.replace(ending.length, instead);
}

/** @param {Stemming} it */
function step3(it) {
  const [ending, instead] = THIRD.find(([one]) => it.word.endsWith(one)) ?? ["", ""];
  if (!ending || !it.within(ending, it.first)) return;
  if (ending === "ative" && !it.within(ending, it.second)) return;
  it.replace(ending.length, instead);
}

/** @param {Stemming} it */
function step4(it) {
  const ending = FOURTH.exec(it.word)?.[0];
  if (!ending || !it.within(ending, it.second)) return;
  if (ending === "ion" && !/[st]ion$/.test(it.word)) return;
  it.replace(ending.length, "");
}

/** @param {Stemming} it */
function step5(it) {
  if (it.word.endsWith("e")) {
    const short = SHORT_SYLLABLE.test(it.word.slice(0, -1));
    if (it.within("e", it.second) || (it.within("e", it.first) && !short)) it.replace(1, "");
  } else if (it.word.endsWith("ll") && it.within("l", it.second)) it.replace(1, "");
}

/** @type {Map<string, string>} */
const known = new Map();

/**
 * @param {string} word folded to lower case
 * @returns {string}
 */
export function stem(word) {
  if (Object.hasOwn(SPECIAL, word)) return SPECIAL[word];
  if (Array.from(word).length < 3) return word;
  let stemmed = known.get(word);
  if (stemmed === undefined) {
    const it = new Stemming(word);
    for (const step of [step1a, step1b, step1c, step2, step3, step4, step5]) step(it);
    stemmed = it.word.replaceAll("Y", "y");
    known.set(word, stemmed);
  }
  return stemmed;
}
