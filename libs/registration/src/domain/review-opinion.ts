/** The reviewer's opinion, on which the approval officer decides. */
export interface ReviewOpinion {
  readonly recommendation: 'APPROVE' | 'REFUSE';
  readonly opinion: string;
  /** Direct registration: the class that was claimed fits, and why. */
  readonly categoryConfirmed?: boolean;
  readonly categoryReason?: string;
  /** Matches on a name alone that the reviewer has looked into. */
  readonly personJudgements?: readonly NameJudgement[];
}

/** Whether a person of the case is the one who represents an organization under the same name. */
export interface NameJudgement {
  /** Place of the person in what was filed. */
  readonly pointer: string;
  readonly creditCode: string;
  readonly same: boolean;
  readonly reason: string;
}
