import { cite, type RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import type { HubVocabulary } from './hub-vocabulary.js';
import { BATCH_1A } from './words-of-batch-1a.js';
import { BATCH_1B } from './words-of-batch-1b.js';
import { BATCH_2A } from './words-of-batch-2a.js';
import { BATCH_2B } from './words-of-batch-2b.js';
import { BATCH_2C } from './words-of-batch-2c.js';
import { BATCH_3 } from './words-of-batch-3.js';
import { BATCH_4A } from './words-of-batch-4a.js';
import { BATCH_4B } from './words-of-batch-4b.js';

/**
 * The words of the 36 city hubs. No source gives them: the plan names the hubs and says that each serves its
 * own kind, nature and field (专栏6). A proposal stores the id of the version it was made with.
 */
export const HUB_VOCABULARY: readonly RuleRow<readonly HubVocabulary[]>[] = [
  {
    id: 'HUB-VOCABULARY-1',
    citation: cite('京办发〔2016〕43号', '专栏6、专栏7'),
    inForceFrom: '2016-11-11',
    mark: 'DESIGN',
    value: [...BATCH_1A, ...BATCH_1B, ...BATCH_2A, ...BATCH_2B, ...BATCH_2C, ...BATCH_3, ...BATCH_4A, ...BATCH_4B],
  },
];

/** Hubs that take in, by kind, what no word places: the broadest last resort, never before one that a word speaks for. */
export const FALLBACK_HUBS: RuleRow<Readonly<Record<Kind, readonly string[]>>> = {
  id: 'HUB-FALLBACK-1',
  citation: cite('京办发〔2016〕43号', '专栏6、专栏7'),
  inForceFrom: '2016-11-11',
  mark: 'DESIGN',
  value: {
    SOCIAL_GROUP: ['HUB-3-03', 'HUB-3-05', 'HUB-1-04'],
    SOCIAL_SERVICE_INSTITUTION: ['HUB-4-04', 'HUB-3-03', 'HUB-2-06'],
    FOUNDATION: ['HUB-2-06', 'HUB-3-03', 'HUB-2-03'],
  },
};
