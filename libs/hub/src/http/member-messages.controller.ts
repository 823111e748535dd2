import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Operation, PageQuery, UnitOfWork } from '@app/platform';
import { Messages } from '../application/desk/messages.js';
import { ReceivedMessagePageDto } from './dto/messages.dto.js';

/** What hubs wrote to the organizations for which somebody speaks. */
@ApiTags('hub-desk')
@Controller('hub-messages')
export class MemberMessagesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: Messages,
  ) {}

  @Get()
  @AllowRoles('ORGANIZATION_AGENT')
  @Operation({
    id: 'listReceivedMessages',
    zh: '收到的枢纽通知',
    en: 'What hubs wrote to my organizations, newest first',
  })
  @ApiOkResponse({ type: ReceivedMessagePageDto })
  list(@CurrentPrincipal() agent: Principal, @Query() { limit, cursor }: PageQuery): Promise<ReceivedMessagePageDto> {
    return this.messages.received(agent, limit, cursor);
  }

  @Post(':id/actions/read')
  @HttpCode(204)
  @AllowRoles('ORGANIZATION_AGENT')
  @Operation({ id: 'readHubMessage', zh: '标记通知已读', en: 'Mark a message as read', errors: [404] })
  @ApiNoContentResponse()
  async read(@CurrentPrincipal() agent: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.unitOfWork.run(agent, (tx) => this.messages.read(tx, agent, id));
  }
}
