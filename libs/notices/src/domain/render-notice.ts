import type { Bilingual } from '@app/kernel';
import { NOTICE_TEMPLATES, type NoticeDatum, type NoticeTemplate, type NoticeTemplateRow } from './templates.table.js';

export type NoticeData = Readonly<Partial<Record<NoticeDatum, string | null>>>;

export interface RenderedNotice {
  readonly title: Bilingual;
  readonly body: Bilingual;
}

const BLANK = /\{(\w+)\}/g;

/** The words of a notice. @throws Error when something is missing without which it cannot be written. */
export function renderNotice(template: NoticeTemplate, data: NoticeData): RenderedNotice {
  const { needs, title, body }: NoticeTemplateRow = NOTICE_TEMPLATES[template];
  const missing = needs.filter((datum) => !data[datum]);
  if (missing.length > 0) throw new Error(`the notice ${template} lacks ${missing.join(', ')}`);
  const said = body.filter(({ zh }) => blanksOf(zh).every((datum) => data[datum]));
  return {
    title: { zh: fill(title.zh, data), en: fill(title.en, data) },
    body: {
      zh: said.map(({ zh }) => fill(zh, data)).join(''),
      en: said.map(({ en }) => fill(en, data)).join(' '),
    },
  };
}

/** What a text of a template names. */
export function blanksOf(text: string): NoticeDatum[] {
  return [...text.matchAll(BLANK)].map(([, datum]) => datum as NoticeDatum);
}

function fill(text: string, data: NoticeData): string {
  return text.replace(BLANK, (_, datum: NoticeDatum) => inOneLine(data[datum]!));
}

/** A title goes into the header of an e-mail: whatever could end a line there is a blank. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
