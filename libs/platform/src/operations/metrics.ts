import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What operators watch: requests by route and status, the outbox, and the process itself. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  readonly requests: Histogram;

  constructor(dataSource: DataSource) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Answered requests by method, route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
      registers: [this.registry],
    });
    new Gauge({
      name: 'outbox_messages',
      help: 'Messages in the outbox by state',
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        const rows: { state: string; count: string }[] = await dataSource.query(
          `SELECT state, count(*) FROM platform.outbox WHERE state <> 'DONE' GROUP BY state`,
        );
        for (const state of ['WAITING', 'DEAD']) this.set({ state }, 0);
        for (const { state, count } of rows) this.set({ state }, Number(count));
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
