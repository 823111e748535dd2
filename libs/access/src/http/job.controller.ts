import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Audit } from '@app/audit';
import { Jobs, Operation, UnitOfWork, type Job } from '@app/platform';
import { holds, type Principal } from '../domain/principal.js';
import { AllowAnyone, AllowRoles } from './allow.decorator.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import { JobDto, JobPageDto, JobsQuery } from './dto/job.dto.js';
import { RecordIdPipe } from './record-id.pipe.js';

/** The jobs as operators see them; here because the platform knows no roles. */
@ApiTags('operations')
@Controller('jobs')
export class JobController {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  @Get()
  @AllowRoles('ADMINISTRATOR', 'AUDITOR')
  @Operation({ id: 'listJobs', zh: '后台任务', en: 'Jobs: waiting, done, dead with the reason' })
  @ApiOkResponse({ type: JobPageDto })
  async list(@Query() { state, limit, cursor }: JobsQuery): Promise<JobPageDto> {
    const page = await this.jobs.list(state, limit, cursor);
    return { ...page, items: page.items.map(present) };
  }

  @Get(':id')
  @AllowAnyone()
  @Operation({
    id: 'getJob',
    zh: '后台任务进度',
    en: 'A job and how far it is, for whoever asked for it, and for operators',
    errors: [404],
  })
  @ApiOkResponse({ type: JobDto })
  async get(@CurrentPrincipal() principal: Principal, @Param('id', RecordIdPipe) id: string): Promise<JobDto> {
    const operator = holds(principal, 'ADMINISTRATOR') || holds(principal, 'AUDITOR');
    return present(await this.jobs.get(id, operator ? null : principal.accountId));
  }

  @Post(':id/actions/retry')
  @HttpCode(200)
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'retryJob',
    zh: '重试失败终止的任务',
    en: 'Put a dead job back in line',
    errors: [404, 409],
    idempotent: true,
  })
  @ApiOkResponse({ type: JobDto })
  async retry(@CurrentPrincipal() administrator: Principal, @Param('id', RecordIdPipe) id: string): Promise<JobDto> {
    const job = await this.unitOfWork.run(administrator, async (tx) => {
      await this.audit.record(tx, { action: 'platform.retry-job', subjectType: 'job', subjectId: id });
      return this.jobs.retry(tx, id);
    });
    return present(job);
  }
}

function present({ createdAt, dueAt, doneAt, ...job }: Job): JobDto {
  return {
    ...job,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
  };
}
