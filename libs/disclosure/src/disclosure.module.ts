import { Module, type OnModuleInit } from '@nestjs/common';
import { Projections } from '@app/register';
import { PublicFiles } from './application/public-file.js';
import { SearchOrganizations } from './application/search-organizations.js';
import { PublicOrganizationsController } from './http/public-organizations.controller.js';
import { searchProjection } from './persistence/search.projection.js';

/** What the public may know. */
@Module({ providers: [PublicFiles, SearchOrganizations], controllers: [PublicOrganizationsController] })
export class DisclosureModule implements OnModuleInit {
  constructor(private readonly projections: Projections) {}

  onModuleInit(): void {
    this.projections.register(searchProjection);
  }
}
