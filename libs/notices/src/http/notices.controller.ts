import { Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowAnyone, CurrentPrincipal, type Principal } from '@app/access';
import { languageOf, Operation, UnitOfWork } from '@app/platform';
import { MarkRead } from '../application/mark-read.js';
import { NoticeQueries } from '../application/notice.queries.js';
import { NoticeDto, NoticePageDto, NoticesQuery } from './dto/notice.dto.js';
import { presentNotice } from './notice.presenter.js';

/** What one was told; another's notice is as if it were not there. */
@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeQueries,
    private readonly markRead: MarkRead,
  ) {}

  @Get()
  @AllowAnyone()
  @Operation({ id: 'listNotices', zh: '我的通知', en: 'What I was told, newest first' })
  @ApiOkResponse({ type: NoticePageDto })
  async list(
    @CurrentPrincipal() { accountId }: Principal,
    @Query() query: NoticesQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<NoticePageDto> {
    const page = await this.notices.find(accountId, query);
    const items = page.items.map((row) => presentNotice(row, languageOf(accept)));
    return { ...page, items, unread: await this.notices.countUnread(accountId) };
  }

  // Not idempotent by key, as the other one: marking what is marked changes nothing.
  @Post('actions/read-all')
  @HttpCode(204)
  @AllowAnyone()
  @Operation({ id: 'markAllNoticesRead', zh: '全部标为已读', en: 'Mark all as read' })
  @ApiNoContentResponse()
  async readAll(@CurrentPrincipal() principal: Principal): Promise<void> {
    await this.unitOfWork.run(principal, (tx) => this.markRead.all(tx, principal));
  }

  @Get(':id')
  @AllowAnyone()
  @Operation({ id: 'getNotice', zh: '查看通知', en: 'One notice', errors: [404] })
  @ApiOkResponse({ type: NoticeDto })
  async get(
    @CurrentPrincipal() { accountId }: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') accept?: string,
  ): Promise<NoticeDto> {
    return presentNotice(await this.notices.get(accountId, id), languageOf(accept));
  }

  @Post(':id/actions/read')
  @HttpCode(200)
  @AllowAnyone()
  @Operation({
    id: 'markNoticeRead',
    zh: '标为已读，以第一次为准',
    en: 'Mark as read; the first time counts',
    errors: [404],
  })
  @ApiOkResponse({ type: NoticeDto })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') accept?: string,
  ): Promise<NoticeDto> {
    await this.unitOfWork.run(principal, (tx) => this.markRead.one(tx, principal, id));
    return this.get(principal, id, accept);
  }
}
