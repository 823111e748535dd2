import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { NotPermitted, RuleViolated, violationOf } from '@app/kernel';
import { answerTable, Clock, Operation, type Cell } from '@app/platform';
import { CoverageQueries, type Coverage } from '../application/coverage/coverage.queries.js';
import { IndicatorQueries } from '../application/coverage/indicators.queries.js';
import { POPULATION } from '../domain/coverage/indicators.table.js';
import { COVERAGE_READERS, maySeeCoverage } from '../domain/hub.policy.js';
import { presentCandidates } from './assignment.presenter.js';
import {
  CoverageDto,
  CoverageQuery,
  CoverageSeriesDto,
  CoverageSeriesQuery,
  DivisionQuery,
  GapPageDto,
  GapsQuery,
  Indicator14Dto,
  Indicator26Dto,
  type CoverageRowDto,
} from './dto/coverage.dto.js';

const FILES = [
  'application/json',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
const LONGEST_SERIES_MONTHS = 240;

/** How far the hubs reach: coverage on any date, its gaps, the indicators of the plan. */
@ApiTags('hub-coverage')
@Controller('hub-coverage')
export class CoverageController {
  constructor(
    private readonly queries: CoverageQueries,
    private readonly indicators: IndicatorQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @AllowRoles(...COVERAGE_READERS)
  @ApiProduces(...FILES)
  @Operation({ id: 'getHubCoverage', zh: '枢纽覆盖率', en: 'Coverage by hubs on a day; JSON, CSV or Excel' })
  @ApiOkResponse({ type: CoverageDto })
  async coverage(
    @CurrentPrincipal() reader: Principal,
    @Query() { asOf = this.clock.today(), division, by, format }: CoverageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    requireSight(reader, division);
    const rows = (await this.queries.on(asOf, division, by)).map(presentRow);
    if (format === 'json') return void reply.send({ asOf, division, by: by ?? null, rows } satisfies CoverageDto);
    const cells = rows.map(cellsOf);
    await answerTable(reply, { name: `hub-coverage-${asOf}`, header: [by ?? 'all', ...COUNTS], rows: cells }, format);
  }

  @Get('series')
  @AllowRoles(...COVERAGE_READERS)
  @ApiProduces(...FILES)
  @Operation({
    id: 'getHubCoverageSeries',
    zh: '枢纽覆盖率逐月变化',
    en: 'Coverage at the end of each month; JSON, CSV or Excel',
    errors: [422],
  })
  @ApiOkResponse({ type: CoverageSeriesDto })
  async series(
    @CurrentPrincipal() reader: Principal,
    @Query() { from, to, division, by, format }: CoverageSeriesQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    requireSight(reader, division);
    requireSpan(from, to);
    const points = (await this.queries.series(from, to, division, by)).map((point) => ({
      ...presentRow(point),
      asOf: point.asOf,
    }));
    if (format === 'json') return void reply.send({ division, by: by ?? null, points } satisfies CoverageSeriesDto);
    const rows = points.map((point) => [point.asOf, ...cellsOf(point)]);
    await answerTable(
      reply,
      { name: `hub-coverage-${from}-${to}`, header: ['asOf', by ?? 'all', ...COUNTS], rows },
      format,
    );
  }

  @Get('gaps')
  @AllowRoles(...COVERAGE_READERS)
  @Operation({
    id: 'listHubCoverageGaps',
    zh: '未被枢纽覆盖的组织',
    en: 'Active organizations without a hub, and what would close each gap',
  })
  @ApiOkResponse({ type: GapPageDto })
  async gaps(
    @CurrentPrincipal() reader: Principal,
    @Query() { division, limit, cursor }: GapsQuery,
  ): Promise<GapPageDto> {
    requireSight(reader, division);
    const page = await this.queries.gaps(division, limit, cursor);
    const items = page.items.map(({ proposal, ...gap }) => ({
      ...gap,
      proposal: proposal && { id: proposal.id, candidates: presentCandidates(proposal.candidates) },
    }));
    return { ...page, items };
  }

  @Get('indicators/14')
  @AllowRoles(...COVERAGE_READERS)
  @Operation({
    id: 'getIndicator14',
    zh: '每万人常住人口拥有社会组织',
    en: 'Organizations per 10,000 residents (专栏1 14)',
  })
  @ApiOkResponse({ type: Indicator14Dto })
  async indicator14(
    @CurrentPrincipal() reader: Principal,
    @Query() { asOf = this.clock.today(), division }: DivisionQuery,
  ): Promise<Indicator14Dto> {
    requireSight(reader, division);
    return this.indicators.organizationsPerResidents(asOf, division);
  }

  @Get('indicators/26')
  @AllowRoles(...COVERAGE_READERS)
  @Operation({
    id: 'getIndicator26',
    zh: '枢纽联合党组织覆盖率',
    en: 'Hubs with a joint party organization, self-reported (专栏1 26)',
  })
  @ApiOkResponse({ type: Indicator26Dto })
  async indicator26(
    @CurrentPrincipal() reader: Principal,
    @Query() { asOf = this.clock.today(), division }: DivisionQuery,
  ): Promise<Indicator26Dto> {
    requireSight(reader, division);
    return this.indicators.jointPartyOrganizations(asOf, division);
  }
}

const COUNTS = ['active', 'covered', 'percent'];

function presentRow({ key, active, covered }: Coverage): CoverageRowDto {
  return { key, active, covered, percent: active === 0 ? 0 : Math.round((covered / active) * 10_000) / 100 };
}

function cellsOf({ key, active, covered, percent }: CoverageRowDto): Cell[] {
  return [key, active, covered, percent];
}

/** What an office sees of coverage is its own division and what lies below. */
function requireSight(reader: Principal, division: string): void {
  if (!maySeeCoverage(reader, division)) throw new NotPermitted();
}

function requireSpan(from: string, to: string): void {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  if (from <= to && months(to) - months(from) <= LONGEST_SERIES_MONTHS) return;
  const [zh, en] = ['起止日期须在二十年之内，且起不晚于止', 'From and to lie in order, within twenty years'];
  throw new RuleViolated([violationOf(POPULATION, '/to', zh, en, 'SERIES-SPAN')]);
}
