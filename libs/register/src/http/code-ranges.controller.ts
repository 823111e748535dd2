import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { decodeCursor, Operation, PageQuery, pageOf, UnitOfWork } from '@app/platform';
import { AddCodeRange } from '../application/add-code-range.js';
import { CodeRangeDto, CodeRangeInput, CodeRangePageDto } from './dto/code-range.dto.js';

@ApiTags('register')
@Controller('register/code-ranges')
export class CodeRangesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly addCodeRange: AddCodeRange,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @AllowRoles('ADMINISTRATOR')
  @Operation({ id: 'listCodeRanges', zh: '组织机构代码号段', en: 'Ranges of organization codes' })
  @ApiOkResponse({ type: CodeRangePageDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<CodeRangePageDto> {
    const after = decodeCursor(cursor, ['text', 'id']) ?? [null, null];
    const rows: CodeRangeDto[] = await this.dataSource.query(
      `SELECT id, authority, prefix, first_serial AS "firstSerial", last_serial AS "lastSerial", next_serial AS "nextSerial"
         FROM register.code_range WHERE $1::text IS NULL OR (authority, id) > ($1, $2)
        ORDER BY authority, id LIMIT $3`,
      [...after, limit + 1],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS count FROM register.code_range',
    );
    return pageOf(
      rows,
      limit,
      count,
      (row) => [row.authority, row.id],
      (row) => row,
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
