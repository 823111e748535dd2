import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowAnyone, CurrentPrincipal, type Principal } from '@app/access';
import { Operation, Reads, UnitOfWork } from '@app/platform';
import { ChangeNoticeAddress } from '../application/change-notice-address.js';
import { NoticeAddresses, type NoticeAddress } from '../application/notice-addresses.js';
import { maskEmail } from '../domain/email.js';
import { NoticeAddressDto, NoticeAddressInput } from './dto/notice-address.dto.js';

/** Where one wants to be told by e-mail as well. Only its owner writes it, whole: the last word counts, without If-Match. */
@ApiTags('notices')
@Controller('me/notice-address')
export class NoticeAddressController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: Reads,
    private readonly addresses: NoticeAddresses,
    private readonly change: ChangeNoticeAddress,
  ) {}

  @Get()
  @AllowAnyone()
  @Operation({ id: 'getNoticeAddress', zh: '我的通知邮箱（隐去部分）', en: 'Where I am told by e-mail, masked' })
  @ApiOkResponse({ type: NoticeAddressDto })
  async get(@CurrentPrincipal() { accountId }: Principal): Promise<NoticeAddressDto> {
    return present(await this.addresses.find(this.reads, accountId));
  }

  @Put()
  @AllowAnyone()
  @Operation({ id: 'setNoticeAddress', zh: '设置通知邮箱', en: 'Say where to tell me by e-mail' })
  @ApiOkResponse({ type: NoticeAddressDto })
  async set(
    @CurrentPrincipal() principal: Principal,
    @Body() { email }: NoticeAddressInput,
  ): Promise<NoticeAddressDto> {
    await this.unitOfWork.run(principal, (tx) => this.change.set(tx, principal, email));
    return this.get(principal);
  }

  @Delete()
  @HttpCode(204)
  @AllowAnyone()
  @Operation({ id: 'removeNoticeAddress', zh: '删除通知邮箱', en: 'Tell me no more by e-mail' })
  @ApiNoContentResponse()
  async remove(@CurrentPrincipal() principal: Principal): Promise<void> {
    await this.unitOfWork.run(principal, (tx) => this.change.remove(tx, principal));
  }
}

function present(address: NoticeAddress | undefined): NoticeAddressDto {
  return {
    email: address ? maskEmail(address.email) : null,
    updatedAt: address?.updatedAt.toISOString() ?? null,
  };
}
