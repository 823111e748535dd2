import type { Bilingual } from '@app/kernel';

/** The language of an answer: Chinese unless the caller asks for English first. */
export function languageOf(acceptLanguage: string | undefined): keyof Bilingual {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';
}
