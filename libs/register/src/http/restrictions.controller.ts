import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { cite, normalizeCreditCode, NotFound, RuleViolated } from '@app/kernel';
import { Operation, UnitOfWork, type Tx } from '@app/platform';
import { Persons } from '../application/persons.js';
import { Restrictions } from '../application/restrictions.js';
import { LiftInput, RestrictedSubject, RestrictionIdDto, RestrictionInput } from './dto/restriction.dto.js';

@ApiTags('register')
@Controller('register/restrictions')
export class RestrictionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly restrictions: Restrictions,
    private readonly persons: Persons,
  ) {}

  @Post()
  @AllowRoles('ENFORCEMENT_OFFICER')
  @Operation({
    id: 'imposeRestriction',
    zh: '登记对组织或个人的限制',
    en: 'Enter a restriction on an organization or a person',
    errors: [404, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: RestrictionIdDto })
  async impose(@CurrentPrincipal() principal: Principal, @Body() input: RestrictionInput): Promise<RestrictionIdDto> {
    const { subject, effect, actions, reason, citation, from, until } = input;
    const id = await this.unitOfWork.run(principal, async (tx) =>
      this.restrictions.impose(tx, await this.subjectId(tx, subject), {
        effect,
        actions,
        reason,
        citation: cite(citation.law, citation.article),
        from,
        until,
      }),
    );
    return { id };
  }

  @Post(':id/actions/lift')
  @HttpCode(204)
  @AllowRoles('ENFORCEMENT_OFFICER')
  @Operation({ id: 'liftRestriction', zh: '解除限制', en: 'Lift a restriction', errors: [404, 409], idempotent: true })
  @ApiNoContentResponse()
  async lift(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: LiftInput,
  ): Promise<void> {
    await this.unitOfWork.run(principal, (tx) => this.restrictions.lift(tx, id, input.reason));
  }

  private async subjectId(tx: Tx, subject: RestrictedSubject): Promise<string> {
    const { creditCode, name, idKind, idNumber } = subject;
    if (creditCode) {
      const sql = 'SELECT subject_id FROM register.organization WHERE credit_code = $1';
      const rows = await tx.rows<{ subject_id: string }>(sql, [normalizeCreditCode(creditCode)]);
      if (rows.length === 0)
        throw new NotFound({ zh: '没有此统一社会信用代码的组织', en: 'No organization has this code' });
      return rows[0].subject_id;
    }
    if (name && idKind && idNumber)
      return (await this.persons.record(tx, { name, document: { kind: idKind, number: idNumber } })).person;
    throw new RuleViolated([
      {
        code: 'SUBJECT_REQUIRED',
        pointer: '/subject',
        message: {
          zh: '须写明组织代码，或个人姓名与证件',
          en: 'Name an organization’s code, or a person’s name and document',
        },
        citation: cite('中华人民共和国行政处罚法', '第四十条'),
      },
    ]);
  }
}
