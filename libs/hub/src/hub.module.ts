import { Module } from '@nestjs/common';
import { HubQueries } from './hub.queries.js';
import { PublicHubsController } from './http/public-hubs.controller.js';
import { SeedCityHubs } from './seed/seed-city-hubs.js';

/** 枢纽型社会组织. */
@Module({ providers: [HubQueries, SeedCityHubs], controllers: [PublicHubsController], exports: [SeedCityHubs] })
export class HubModule {}
