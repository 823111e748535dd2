import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { Nested, NestedEach, Optional } from '@app/platform';
import { MATTER_PAPERS, type MatterPaper } from '../../domain/matters/matter-content.js';
import { MATTER_TYPES, type MatterType } from '../../domain/matters/matter-types.js';
import {
  BranchInput,
  ChangeInput,
  CharterInput,
  ConsentInput,
  MergerInput,
  RecognitionInput,
  SplitInput,
} from './matter-change.dto.js';
import { CreditCodeField } from './matter-fields.js';
import {
  DelayInput,
  DeregistrationInput,
  LeadersInput,
  LiquidationInput,
  ReplacementInput,
  SealAndAccountInput,
} from './matter-life.dto.js';
import {
  AnnotationInput,
  CorrectionContentInput,
  RemedyOutcomeInput,
  SanctionInput,
  SuspensionInput,
} from './matter-office.dto.js';
import { LeaderInput } from './person.dto.js';

/** The part that says what a matter of its type is about. */
function Part(type: () => Type<object>): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ type: type() }), Optional(), Nested(type));
}

export class MatterPaperInput {
  @ApiProperty({ enum: MATTER_PAPERS })
  @IsIn(MATTER_PAPERS)
  kind: MatterPaper;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  documentId: string;
}

/** A matter of an organization. `validate` tells what its type needs and does not have. */
export class MatterInput {
  @ApiProperty({ enum: MATTER_TYPES })
  @IsIn(MATTER_TYPES)
  type: MatterType;

  @CreditCodeField()
  creditCode: string;

  @Part(() => ChangeInput)
  change?: ChangeInput;

  @Part(() => CharterInput)
  charter?: CharterInput;

  /** Of charities: recognition, and the qualification for public fundraising. */
  @Part(() => RecognitionInput)
  recognition?: RecognitionInput;

  @Part(() => BranchInput)
  branch?: BranchInput;

  @Part(() => MergerInput)
  merger?: MergerInput;

  /** Of an organization that is to be merged into another. */
  @Part(() => ConsentInput)
  consent?: ConsentInput;

  @Part(() => SplitInput)
  split?: SplitInput;

  @Part(() => LiquidationInput)
  liquidation?: LiquidationInput;

  @Part(() => DeregistrationInput)
  deregistration?: DeregistrationInput;

  @Part(() => LeadersInput)
  leaders?: LeadersInput;

  @Part(() => DelayInput)
  delay?: DelayInput;

  @Part(() => SealAndAccountInput)
  sealAndAccount?: SealAndAccountInput;

  @Part(() => ReplacementInput)
  replacement?: ReplacementInput;

  @Part(() => CorrectionContentInput)
  correction?: CorrectionContentInput;

  @Part(() => AnnotationInput)
  annotation?: AnnotationInput;

  @Part(() => SuspensionInput)
  suspension?: SuspensionInput;

  /** The decision on which annulment, revocation or suspension rests. */
  @Part(() => SanctionInput)
  sanction?: SanctionInput;

  @Part(() => RemedyOutcomeInput)
  remedy?: RemedyOutcomeInput;

  @ApiPropertyOptional({ type: [MatterPaperInput] })
  @Optional()
  @NestedEach(() => MatterPaperInput, { max: 60 })
  documents: MatterPaperInput[] = [];

  /** Of a change: the new legal representative. Of a filing of leaders: all of them. */
  @ApiPropertyOptional({ type: [LeaderInput] })
  @Optional()
  @NestedEach(() => LeaderInput, { max: 100 })
  people: LeaderInput[] = [];
}
