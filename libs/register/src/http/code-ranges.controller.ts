import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Operation, PageQuery, UnitOfWork, Reads } from '@app/platform';
import { AddCodeRange } from '../application/add-code-range.js';
import { CodeRangeDto, CodeRangeInput, CodeRangePageDto } from './dto/code-range.dto.js';

@ApiTags('register')
@Controller('register/code-ranges')
export class CodeRangesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly addCodeRange: AddCodeRange,
    private readonly reads: Reads,
  ) {}

  @Get()
  @AllowRoles('ADMINISTRATOR')
  @Operation({ id: 'listCodeRanges', zh: '组织机构代码号段', en: 'Ranges of organization codes' })
  @ApiOkResponse({ type: CodeRangePageDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<CodeRangePageDto> {
    const columns = `id, authority, prefix, first_serial AS "firstSerial", last_serial AS "lastSerial", next_serial AS "nextSerial"`;
    const keys = [
      { sql: 'authority', type: 'text' },
      { sql: 'id', type: 'bigint' },
    ] as const;
    return this.reads.page(
      { columns, from: 'register.code_range', where: 'true', parameters: [], keys },
      { limit, cursor },
    );
  }

  @Post()
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'addCodeRange',
    zh: '登入组织机构代码号段',
    en: 'Enter a range of organization codes',
    errors: [422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: CodeRangeDto })
  async add(@CurrentPrincipal() principal: Principal, @Body() input: CodeRangeInput): Promise<CodeRangeDto> {
    const { id } = await this.unitOfWork.run(principal, (tx) => this.addCodeRange.execute(tx, input));
    return { id, ...input, nextSerial: input.firstSerial };
  }
}
