import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowPublic } from '@app/access';
import { answerCacheable, Operation } from '@app/platform';
import type { Moment } from '@app/register';
import { PublicPast } from '../application/public-past.js';
import {
  DifferenceDto,
  DifferenceQuery,
  ItemHistoriesDto,
  ItemHistoryQuery,
  type MomentDto,
} from './dto/public-past.dto.js';
import { wholePage } from './whole-page.js';

/** How the public file of an organization came to be what it is. */
@ApiTags('public')
@Controller('public/organizations')
export class PublicPastController {
  constructor(private readonly past: PublicPast) {}

  @Get(':creditCode/history')
  @AllowPublic()
  @Operation({
    id: 'listItemHistories',
    zh: '登记事项沿革',
    en: 'The history of each public item by legal date, as it was known at an instant',
    errors: [404],
  })
  @ApiParam({ name: 'creditCode', example: '51110000MJ0101505U' })
  @ApiOkResponse({ type: ItemHistoriesDto })
  async history(
    @Param('creditCode') creditCode: string,
    @Query() { field, knownAt }: ItemHistoryQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const items = await this.past.history(creditCode, { field, knownAt: instantOf(knownAt) });
    answerCacheable(request, reply, wholePage(items));
  }

  @Get(':creditCode/difference')
  @AllowPublic()
  @Operation({
    id: 'compareMoments',
    zh: '两个时点公示信息的差异',
    en: 'What the public file said otherwise at two moments',
    errors: [404],
  })
  @ApiParam({ name: 'creditCode', example: '51110000MJ0101505U' })
  @ApiOkResponse({ type: DifferenceDto })
  async difference(
    @Param('creditCode') creditCode: string,
    @Query() query: DifferenceQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { from, to, items } = await this.past.difference(creditCode, {
      from: { asOf: query.from, knownAt: instantOf(query.fromKnownAt) },
      to: { asOf: query.to, knownAt: instantOf(query.toKnownAt) },
    });
    const answer: DifferenceDto = { from: presentMoment(from), to: presentMoment(to), items };
    answerCacheable(request, reply, answer);
  }
}

function instantOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

function presentMoment({ asOf, knownAt }: Moment): MomentDto {
  return { asOf, knownAt: knownAt?.toISOString() ?? null };
}
