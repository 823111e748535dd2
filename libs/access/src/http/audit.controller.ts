import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AuditTrail } from '@app/audit';
import { Operation } from '@app/platform';
import { AllowRoles } from './allow.decorator.js';
import { AuditPageDto, AuditQuery } from './dto/audit.dto.js';

/** The audit trail. Its route is here because who may read it is known here. */
@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @AllowRoles('AUDITOR')
  @Operation({ id: 'listAuditEntries', zh: '操作记录', en: 'Who did what to which record, newest first' })
  @ApiOkResponse({ type: AuditPageDto })
  list(@Query() query: AuditQuery): Promise<AuditPageDto> {
    return this.trail.find(query);
  }
}
