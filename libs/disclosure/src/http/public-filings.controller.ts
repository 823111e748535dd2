import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowPublic } from '@app/access';
import { answerCacheable, languageOf, Operation } from '@app/platform';
import { noSuchGroup } from '@app/register';
import { PublicFiles } from '../application/public-file.js';
import { SearchOrganizations } from '../application/search-organizations.js';
import { FilingSearchPageDto, FilingsQueryDto, PublicFilingDto } from './dto/public-filing.dto.js';
import { presentFoundFiling, presentPublicFiling } from './public-filing.presenter.js';

/** What anybody may know of the groups that are filed and cannot register. */
@ApiTags('public')
@Controller('public/filings')
export class PublicFilingsController {
  constructor(
    private readonly search: SearchOrganizations,
    private readonly files: PublicFiles,
  ) {}

  @Get()
  @AllowPublic()
  @Operation({
    id: 'searchFilings',
    zh: '查询备案的社会组织',
    en: 'Search filed groups by part of the name or by number',
  })
  @ApiOkResponse({ type: FilingSearchPageDto })
  async list(
    @Query() query: FilingsQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<void> {
    const page = await this.search.execute({ ...query, standing: 'FILED', sort: 'relevance' });
    const items = page.items.map((found) => presentFoundFiling(found, languageOf(accept)));
    answerCacheable(request, reply, { ...page, items });
  }

  @Get(':filingNumber')
  @AllowPublic()
  @Operation({ id: 'getPublicFiling', zh: '备案公示信息', en: 'What is public of a filed group', errors: [404] })
  @ApiParam({ name: 'filingNumber', example: 'B11010100126000001' })
  @ApiOkResponse({ type: PublicFilingDto })
  async file(
    @Param('filingNumber') filingNumber: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<void> {
    const file = await this.files.read(filingNumber, {});
    // A credit code leads to the file of a legal person, which is another page.
    if (file.state.standing !== 'FILED') throw noSuchGroup();
    answerCacheable(request, reply, presentPublicFiling(file, languageOf(accept)));
  }
}
