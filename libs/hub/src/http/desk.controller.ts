import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Operation, PageQuery, UnitOfWork } from '@app/platform';
import { DeskMembers } from '../application/desk/desk-members.js';
import { Desks } from '../application/desk/desks.js';
import { Guidance } from '../application/desk/guidance.js';
import { Messages } from '../application/desk/messages.js';
import { PartyBuilding } from '../application/desk/party-building.js';
import { Hubs } from '../application/hubs.js';
import { DESK_READERS } from '../domain/hub.policy.js';
import { DeskDto, MemberPageDto, MembersQuery } from './dto/members.dto.js';
import {
  GuidanceInput,
  GuidanceNoteDto,
  GuidancePageDto,
  GuidanceQuery,
  MessageDto,
  MessageInput,
  MessagePageDto,
} from './dto/messages.dto.js';
import { AsOfQuery, JointPartyInput, PartyCoverageDto, PartyReportInput } from './dto/party.dto.js';

/** The desk of a hub: its members, what it writes to them, what it reports of party building in them. */
@ApiTags('hub-desk')
@Controller('hubs/:code')
export class DeskController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hubs: Hubs,
    private readonly desks: Desks,
    private readonly deskMembers: DeskMembers,
    private readonly deskMessages: Messages,
    private readonly guidance: Guidance,
    private readonly party: PartyBuilding,
  ) {}

  @Get('desk')
  @AllowRoles(...DESK_READERS)
  @Operation({ id: 'getHubDesk', zh: '枢纽工作台', en: 'The desk of a hub at a glance', errors: [404] })
  @ApiOkResponse({ type: DeskDto })
  async desk(@CurrentPrincipal() reader: Principal, @Param('code') code: string): Promise<DeskDto> {
    const { above, below, ...summary } = await this.desks.read(reader, code);
    return { ...summary, above: [...above], below: [...below] };
  }

  @Get('members')
  @AllowRoles(...DESK_READERS)
  @Operation({
    id: 'listMembersOfHub',
    zh: '枢纽成员',
    en: 'The members of a hub with restrictions and deadlines',
    errors: [404],
  })
  @ApiOkResponse({ type: MemberPageDto })
  async members(
    @CurrentPrincipal() reader: Principal,
    @Param('code') code: string,
    @Query() query: MembersQuery,
  ): Promise<MemberPageDto> {
    await this.hubs.desk(code, reader);
    return (await this.deskMembers.list(code, query)) as MemberPageDto;
  }

  @Post('messages')
  @AllowRoles('HUB_OFFICER')
  @Operation({
    id: 'sendHubMessage',
    zh: '向成员发送通知',
    en: 'Write to all or some members',
    errors: [404, 409, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: MessageDto })
  async send(
    @CurrentPrincipal() by: Principal,
    @Param('code') code: string,
    @Body() input: MessageInput,
  ): Promise<MessageDto> {
    const id = await this.unitOfWork.run(by, (tx) => this.deskMessages.send(tx, by, code, input));
    return this.deskMessages.get(by, id);
  }

  @Get('messages')
  @AllowRoles(...DESK_READERS)
  @Operation({
    id: 'listHubMessages',
    zh: '已发通知',
    en: 'What a hub wrote to its members, newest first',
    errors: [404],
  })
  @ApiOkResponse({ type: MessagePageDto })
  messages(
    @CurrentPrincipal() reader: Principal,
    @Param('code') code: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<MessagePageDto> {
    return this.deskMessages.list(reader, code, limit, cursor);
  }

  @Post('guidance-notes')
  @AllowRoles('HUB_OFFICER')
  @Operation({
    id: 'writeGuidanceNote',
    zh: '记录业务指导',
    en: 'Note the guidance given to a member',
    errors: [404, 409, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: GuidanceNoteDto })
  guide(
    @CurrentPrincipal() by: Principal,
    @Param('code') code: string,
    @Body() input: GuidanceInput,
  ): Promise<GuidanceNoteDto> {
    return this.unitOfWork.run(by, (tx) => this.guidance.write(tx, by, code, input));
  }

  @Get('guidance-notes')
  @AllowRoles(...DESK_READERS)
  @Operation({
    id: 'listGuidanceNotes',
    zh: '业务指导记录',
    en: 'The guidance notes of a hub, newest first',
    errors: [404],
  })
  @ApiOkResponse({ type: GuidancePageDto })
  notes(
    @CurrentPrincipal() reader: Principal,
    @Param('code') code: string,
    @Query() query: GuidanceQuery,
  ): Promise<GuidancePageDto> {
    return this.guidance.list(reader, code, query);
  }

  @Post('party-reports')
  @HttpCode(204)
  @AllowRoles('HUB_OFFICER')
  @Operation({
    id: 'reportPartyBuilding',
    zh: '报送成员党建情况',
    en: 'Report party building in members',
    errors: [404, 409, 422],
    idempotent: true,
  })
  @ApiNoContentResponse()
  async report(
    @CurrentPrincipal() by: Principal,
    @Param('code') code: string,
    @Body() { members }: PartyReportInput,
  ): Promise<void> {
    await this.unitOfWork.run(by, (tx) => this.party.report(tx, by, code, members));
  }

  @Post('joint-party-reports')
  @HttpCode(204)
  @AllowRoles('HUB_OFFICER')
  @Operation({
    id: 'reportJointParty',
    zh: '报送联合党组织情况',
    en: 'Report the joint party organization of the hub',
    errors: [404, 409, 422],
    idempotent: true,
  })
  @ApiNoContentResponse()
  async reportJoint(
    @CurrentPrincipal() by: Principal,
    @Param('code') code: string,
    @Body() input: JointPartyInput,
  ): Promise<void> {
    await this.unitOfWork.run(by, (tx) => this.party.reportJoint(tx, by, code, input));
  }

  @Get('party-coverage')
  @AllowRoles(...DESK_READERS)
  @Operation({
    id: 'getPartyCoverage',
    zh: '成员党建覆盖',
    en: 'Party-building coverage of the members',
    errors: [404],
  })
  @ApiOkResponse({ type: PartyCoverageDto })
  coverage(
    @CurrentPrincipal() reader: Principal,
    @Param('code') code: string,
    @Query() { asOf }: AsOfQuery,
  ): Promise<PartyCoverageDto> {
    return this.party.coverage(reader, code, asOf);
  }
}
