import { Body, Controller, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Operation, UnitOfWork } from '@app/platform';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import { RevealPersons } from '../application/reveal-persons.js';
import { RevealedPersonsDto, RevealInput } from './dto/persons.dto.js';

/**
 * The persons of an application, whose numbers every other answer masks. It takes no Idempotency-Key: an
 * answer with numbers is kept nowhere, and each reading is audited.
 */
@ApiTags('registrations')
@Controller('registrations/:id/persons')
export class PersonsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revealPersons: RevealPersons,
  ) {}

  @Post('actions/reveal')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @AllowRoles('ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER')
  @Operation({
    id: 'revealPersons',
    zh: '查看证件号码和电话，须说明理由并留存记录',
    en: 'Read numbers of documents and phones, for a reason that is audited',
    errors: [404, 409, 422],
  })
  @ApiOkResponse({ type: RevealedPersonsDto, description: 'never cached' })
  async reveal(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { persons, reason }: RevealInput,
  ): Promise<RevealedPersonsDto> {
    const revealed = await this.unitOfWork.run(officer, (tx) =>
      this.revealPersons.execute(tx, ESTABLISHMENT, officer, id, persons, reason),
    );
    return { persons: revealed };
  }
}
