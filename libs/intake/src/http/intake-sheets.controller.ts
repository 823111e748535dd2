import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { attachmentOf } from '@app/documents';
import { Operation } from '@app/platform';
import { Sheets } from '../application/sheets.js';
import { templateOf } from '../reading/template.js';
import { SheetsDto } from './dto/intake.dto.js';
import { INTAKE_ROLES } from './intake-roles.js';
import { presentSheet } from './intake.presenter.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The tables that can be taken in, each with a workbook to fill in. */
@ApiTags('intake')
@Controller('intake-sheets')
export class IntakeSheetsController {
  constructor(private readonly sheets: Sheets) {}

  @Get()
  @AllowRoles(...INTAKE_ROLES)
  @Operation({
    id: 'listIntakeSheets',
    zh: '可批量导入的表格',
    en: 'The tables that I may take in, with their columns',
  })
  @ApiOkResponse({ type: SheetsDto })
  list(@CurrentPrincipal() reader: Principal): SheetsDto {
    return { items: this.sheets.of(reader).map(presentSheet) };
  }

  @Get(':sheet/template')
  @AllowRoles(...INTAKE_ROLES)
  @Operation({
    id: 'getIntakeTemplate',
    zh: '下载导入模板',
    en: 'A workbook to fill in: checked columns and an example row',
    errors: [404],
  })
  @ApiParam({ name: 'sheet', example: 'filings' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ description: '模板 / the workbook', schema: { type: 'string', format: 'binary' } })
  async template(@Param('sheet') name: string): Promise<StreamableFile> {
    const { columns, title } = this.sheets.get(name);
    const workbook = await templateOf(columns, title.zh);
    return new StreamableFile(workbook, { type: XLSX, disposition: attachmentOf(`${title.zh}.xlsx`) });
  }
}
