import { Module, type OnModuleInit } from '@nestjs/common';
import { Projections } from '@app/register';
import { OfficersFiles } from './application/officers-file.js';
import { OrganizationEntries } from './application/organization-entries.js';
import { Places } from './application/place-names.js';
import { PublicFiles } from './application/public-file.js';
import { PublicPast } from './application/public-past.js';
import { SearchOrganizations } from './application/search-organizations.js';
import { OrganizationsController } from './http/organizations.controller.js';
import { PublicFilingsController } from './http/public-filings.controller.js';
import { PublicOrganizationsController } from './http/public-organizations.controller.js';
import { PublicPastController } from './http/public-past.controller.js';
import { searchProjection } from './persistence/search.projection.js';

/** What the public may know, and what the office reads besides. */
@Module({
  providers: [OrganizationEntries, Places, PublicFiles, PublicPast, OfficersFiles, SearchOrganizations],
  controllers: [PublicOrganizationsController, PublicFilingsController, PublicPastController, OrganizationsController],
})
export class DisclosureModule implements OnModuleInit {
  constructor(private readonly projections: Projections) {}

  onModuleInit(): void {
    this.projections.register(searchProjection);
  }
}
