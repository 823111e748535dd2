import { Body, Controller, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Operation, UnitOfWork } from '@app/platform';
import { MatterProcedures } from '../application/matters/matter-procedures.js';
import { RevealPersons } from '../application/reveal-persons.js';
import { RevealedPersonsDto, RevealInput } from './dto/persons.dto.js';

/** The persons of a matter, whose numbers every other answer masks; as those of an application are read. */
@ApiTags('matters')
@Controller('matters/:id/persons')
export class MatterPersonsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly procedures: MatterProcedures,
    private readonly revealPersons: RevealPersons,
  ) {}

  @Post('actions/reveal')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @AllowRoles('ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER')
  @Operation({
    id: 'revealMatterPersons',
    zh: '查看组织事项中的证件号码和电话，须说明理由并留存记录',
    en: 'Read numbers and phones of the persons of a matter, for a reason that is audited',
    errors: [404, 409, 422],
  })
  @ApiOkResponse({ type: RevealedPersonsDto, description: 'never cached' })
  async reveal(
    @CurrentPrincipal() officer: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { persons, reason }: RevealInput,
  ): Promise<RevealedPersonsDto> {
    const revealed = await this.unitOfWork.run(officer, async (tx) => {
      const { procedure } = await this.procedures.of(tx, id);
      return this.revealPersons.execute(tx, procedure.workflow, officer, id, persons, reason);
    });
    return { persons: revealed };
  }
}
