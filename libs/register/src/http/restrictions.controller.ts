import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { cite } from '@app/kernel';
import { Operation, UnitOfWork } from '@app/platform';
import { RestrictSubject } from '../application/restrict-subject.js';
import { LiftInput, RestrictionIdDto, RestrictionInput } from './dto/restriction.dto.js';

@ApiTags('register')
@Controller('register/restrictions')
export class RestrictionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly restrictSubject: RestrictSubject,
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
    const id = await this.unitOfWork.run(principal, (tx) =>
      this.restrictSubject.impose(tx, principal, subject, {
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
    await this.unitOfWork.run(principal, (tx) => this.restrictSubject.lift(tx, principal, id, input.reason));
  }
}
