import { Controller, Get, Header, HttpCode } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Operation } from '../http/operation.decorator.js';
import { HttpProblem, STOPPING } from '../http/problem.js';
import { AllowPublic } from '../http/route-access.js';
import { Metrics } from './metrics.js';
import { Stopping } from './stopping.js';

class HealthDto {
  @ApiProperty({ example: 'up' })
  status: 'up';
}

/** For operators and their probes. */
@ApiTags('operations')
@Controller()
export class OperationsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly metrics: Metrics,
    private readonly stopping: Stopping,
  ) {}

  @Get('health/live')
  @HttpCode(200)
  @AllowPublic()
  @Operation({ id: 'healthLive', zh: '进程存活', en: 'The process is alive' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'up' };
  }

  @Get('health/ready')
  @HttpCode(200)
  @AllowPublic()
  @Operation({ id: 'healthReady', zh: '可以受理请求', en: 'The database answers', errors: [503] })
  @ApiOkResponse({ type: HealthDto })
  async ready(): Promise<HealthDto> {
    if (this.stopping.hasBegun) throw new HttpProblem(503, 'UNAVAILABLE', STOPPING);
    await this.dataSource.query('SELECT 1').catch(() => {
      throw new HttpProblem(503, 'UNAVAILABLE', { zh: '数据库无响应', en: 'The database does not answer' });
    });
    return { status: 'up' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @AllowPublic()
  @Operation({ id: 'metrics', zh: '运行指标', en: 'Metrics for Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  text(): Promise<string> {
    return this.metrics.text();
  }
}
