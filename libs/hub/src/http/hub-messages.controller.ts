import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Operation, PageQuery, UnitOfWork } from '@app/platform';
import { Messages } from '../application/desk/messages.js';
import { DESK_READERS } from '../domain/hub.policy.js';
import { MessageDto, ReceivedMessagePageDto, RecipientPageDto } from './dto/messages.dto.js';

/** What hubs write to their members: read by these, and by whoever sees the desk. */
@ApiTags('hub-desk')
@Controller('hub-messages')
export class HubMessagesController {
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

  @Get(':id')
  @AllowRoles(...DESK_READERS, 'ORGANIZATION_AGENT')
  @Operation({ id: 'getHubMessage', zh: '查看通知', en: 'A message, and how many have read it', errors: [404] })
  @ApiOkResponse({ type: MessageDto })
  get(@CurrentPrincipal() reader: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<MessageDto> {
    return this.messages.get(reader, id);
  }

  @Get(':id/recipients')
  @AllowRoles(...DESK_READERS, 'ORGANIZATION_AGENT')
  @Operation({
    id: 'listMessageRecipients',
    zh: '通知的阅读情况',
    en: 'To whom a message went, and who has read it',
    errors: [404],
  })
  @ApiOkResponse({ type: RecipientPageDto })
  recipients(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<RecipientPageDto> {
    return this.messages.recipients(reader, id, limit, cursor);
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
