import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { Operation, UnitOfWork } from '@app/platform';
import { EnterPopulation } from '../application/coverage/enter-population.js';
import { IndicatorQueries } from '../application/coverage/indicators.queries.js';
import { COVERAGE_READERS } from '../domain/hub.policy.js';
import { DivisionQuery, PopulationDto, PopulationInput, PopulationListDto } from './dto/coverage.dto.js';

/** The population figures by which indicator 14 is reckoned, each with its published source. */
@ApiTags('hub-coverage')
@Controller('hub-coverage/populations')
export class PopulationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly indicators: IndicatorQueries,
    private readonly population: EnterPopulation,
  ) {}

  @Get()
  @AllowRoles(...COVERAGE_READERS)
  @Operation({
    id: 'listPopulations',
    zh: '常住人口数据',
    en: 'The population figures of a division with their sources',
  })
  @ApiOkResponse({ type: PopulationListDto })
  async populations(@Query() { division }: DivisionQuery): Promise<PopulationListDto> {
    return { items: await this.indicators.populations(division) };
  }

  @Post()
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'enterPopulation',
    zh: '录入常住人口数据',
    en: 'Enter a population figure with its source',
    errors: [422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: PopulationDto })
  enter(@CurrentPrincipal() by: Principal, @Body() input: PopulationInput): Promise<PopulationDto> {
    return this.unitOfWork.run(by, (tx) => {
      tx.resource = `/api/v1/hub-coverage/populations?division=${input.division}`;
      return this.population.execute(tx, by, input);
    });
  }
}
