import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Operation } from '@app/platform';
import { OfficersFiles } from '../application/officers-file.js';
import { FILE_READERS } from '../domain/file.policy.js';
import { OrganizationEntriesDto, OrganizationFileDto } from './dto/organization-file.dto.js';
import { MomentQuery } from './dto/public-organization.dto.js';
import { presentOrganizationEntry, presentOrganizationFile } from './organization-file.presenter.js';
import { wholePage } from './whole-page.js';

/** What the office reads of an organization, the items that are withheld from the public included. */
@ApiTags('organizations')
@Controller('organizations')
export class OrganizationsController {
  constructor(private readonly files: OfficersFiles) {}

  @Get(':creditCode')
  @AllowRoles(...FILE_READERS)
  @Operation({
    id: 'getOrganizationFile',
    zh: '社会组织登记档案',
    en: 'The file of an organization with what stands against it: today, on a day, or as it was known at an instant',
    errors: [404],
  })
  @ApiParam({ name: 'creditCode', example: '51110000MJ0101505U' })
  @ApiOkResponse({ type: OrganizationFileDto })
  async file(
    @CurrentPrincipal() reader: Principal,
    @Param('creditCode') creditCode: string,
    @Query() { asOf, knownAt }: MomentQuery,
  ): Promise<OrganizationFileDto> {
    const moment = { asOf, knownAt: knownAt === undefined ? undefined : new Date(knownAt) };
    return presentOrganizationFile(await this.files.read(creditCode, reader, moment));
  }

  @Get(':creditCode/entries')
  @AllowRoles(...FILE_READERS)
  @Operation({
    id: 'listOrganizationEntries',
    zh: '登记簿记载',
    en: 'Its register entries with who recorded each and in which case, oldest first',
    errors: [404],
  })
  @ApiParam({ name: 'creditCode', example: '51110000MJ0101505U' })
  @ApiOkResponse({ type: OrganizationEntriesDto })
  async entries(
    @CurrentPrincipal() reader: Principal,
    @Param('creditCode') creditCode: string,
  ): Promise<OrganizationEntriesDto> {
    return wholePage((await this.files.entries(creditCode, reader)).map(presentOrganizationEntry));
  }
}
