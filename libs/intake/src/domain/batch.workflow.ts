import { cite, type Workflow } from '@app/kernel';

export type BatchState = 'JUDGING' | 'JUDGED' | 'COMMITTING' | 'COMMITTED' | 'UNDOING' | 'UNDONE' | 'DISCARDED';
export type BatchAction = 'finish' | 'fail' | 'commit' | 'discard' | 'undo';
/** An officer of the office; one who is not the one that brought the file, or had it entered; the program. */
export type BatchParty = 'OFFICER' | 'SECOND_OFFICER' | 'SYSTEM';

const citation = cite('京办发〔2016〕43号', '四(二)');
const finish = <To extends BatchState>(to: To) => ({ to, by: ['SYSTEM'] as const, citation });

/** A table that is taken in: judged row by row, entered by a second officer, undone by a second one as long as nothing followed. */
export const INTAKE_BATCH: Workflow<BatchState, BatchAction, BatchParty> = {
  name: 'intake-batch',
  initial: 'JUDGING',
  actions: {
    finish: { zh: '完成', en: 'finish' },
    fail: { zh: '未能完成', en: 'fail' },
    commit: { zh: '确认入库', en: 'commit' },
    discard: { zh: '放弃', en: 'discard' },
    undo: { zh: '撤销整批', en: 'undo' },
  },
  states: {
    JUDGING: {
      title: { zh: '核验中', en: 'being judged' },
      queue: 'SYSTEM',
      on: { finish: finish('JUDGED'), fail: finish('DISCARDED') },
    },
    JUDGED: {
      title: { zh: '已核验', en: 'judged' },
      queue: 'OFFICER',
      on: {
        commit: { to: 'COMMITTING', by: ['SECOND_OFFICER'], citation },
        discard: { to: 'DISCARDED', by: ['OFFICER'], citation },
      },
    },
    COMMITTING: {
      title: { zh: '入库中', en: 'being entered' },
      queue: 'SYSTEM',
      on: { finish: finish('COMMITTED'), fail: finish('JUDGED') },
    },
    COMMITTED: {
      title: { zh: '已入库', en: 'entered' },
      queue: 'OFFICER',
      on: { undo: { to: 'UNDOING', by: ['SECOND_OFFICER'], citation } },
    },
    UNDOING: {
      title: { zh: '撤销中', en: 'being undone' },
      queue: 'SYSTEM',
      on: { finish: finish('UNDONE'), fail: finish('COMMITTED') },
    },
    UNDONE: { title: { zh: '已撤销', en: 'undone' }, final: true, on: {} },
    DISCARDED: { title: { zh: '已放弃', en: 'discarded' }, final: true, on: {} },
  },
};
