import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Operation, UnitOfWork } from '@app/platform';
import { EndSession } from '../application/end-session.js';
import { SessionQueries } from '../application/session.queries.js';
import type { Principal } from '../domain/principal.js';
import { AllowAnyone } from './allow.decorator.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import { SessionListDto } from './dto/auth.dto.js';

/** Where one is logged in. */
@ApiTags('auth')
@Controller('auth/sessions')
export class SessionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionQueries,
    private readonly endSession: EndSession,
  ) {}

  @Get()
  @AllowAnyone()
  @Operation({ id: 'listSessions', zh: '我的会话', en: 'Where I am logged in' })
  @ApiOkResponse({ type: SessionListDto })
  async list(@CurrentPrincipal() { accountId, sessionId }: Principal): Promise<SessionListDto> {
    const rows = await this.sessions.findOpen(accountId);
    return { items: rows.map((row) => ({ ...row, current: row.id === sessionId })) };
  }

  @Delete(':id')
  @HttpCode(204)
  @AllowAnyone()
  @Operation({ id: 'endSession', zh: '终止会话，立即生效', en: 'End one of my sessions, at once', errors: [404] })
  @ApiNoContentResponse()
  async end(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.unitOfWork.run(principal, (tx) => this.endSession.execute(tx, principal, id));
  }
}
