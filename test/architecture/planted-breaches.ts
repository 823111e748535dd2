/** One hole in one wall: a file, what stands in it, and the rule that must name it. */
export interface PlantedBreach {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
  /** A second file, where it takes two to break a rule. */
  readonly beside?: { readonly file: string; readonly text: string };
}

const plant = (rule: string, file: string, text: string, beside?: PlantedBreach['beside']): PlantedBreach => ({
  rule,
  file,
  text,
  beside,
});

/** An import of a value, and its use, so that no compiler drops it. */
const uses = (from: string, name = 'planted'): string =>
  `import { ${name} } from '${from}';\nexport const used = ${name};`;

/** At least one breach of every wall. Each lies in a file of its own, so that none can hide another. */
export const PLANTED_BREACHES: readonly PlantedBreach[] = [
  plant('rank-kernel', 'libs/kernel/src/planted-rank.ts', uses('@app/platform', 'Clock')),
  plant('rank-platform', 'libs/platform/src/planted-rank.ts', uses('@app/audit', 'Audit')),
  plant(
    'rank-audit',
    'libs/audit/src/planted-rank.ts',
    `import type { Principal } from '@app/access';\nexport type Planted = Principal;`,
  ),
  plant('rank-access', 'libs/access/src/planted-rank.ts', uses('@app/documents', 'Documents')),
  plant('rank-documents', 'libs/documents/src/planted-rank.ts', uses('@app/register', 'Register')),
  plant('rank-notices', 'libs/notices/src/planted-rank.ts', uses('@app/documents', 'Documents')),
  plant('rank-register', 'libs/register/src/application/planted-neighbour.ts', uses('@app/casework', 'Cases')),
  plant('rank-casework', 'libs/casework/src/application/planted-neighbour.ts', uses('@app/register', 'Register')),
  plant('rank-intake', 'libs/intake/src/application/planted-neighbour.ts', uses('@app/register', 'Register')),
  plant('rank-registration', 'libs/registration/src/planted-sibling.ts', uses('@app/hub', 'HubModule')),
  plant('rank-filing', 'libs/filing/src/planted-sibling.ts', uses('@app/registration', 'RegistrationModule')),
  plant('rank-hub', 'libs/hub/src/planted-sibling.ts', `export { DisclosureModule } from '@app/disclosure';`),
  plant(
    'rank-disclosure',
    'libs/disclosure/src/planted-sibling.ts',
    `export const late = () => import('@app/registration');`,
  ),

  plant('front-door', 'libs/registration/src/planted-deep.ts', uses('../../register/src/domain/fold.js', 'fold')),
  plant('front-door-by-name', 'libs/registration/src/planted-relative.ts', uses('../../register/src/index.js', 'fold')),
  plant('no-own-front-door', 'libs/register/src/application/planted-own.ts', uses('@app/register', 'fold')),
  plant(
    'apps-use-the-front-door',
    'apps/api/src/planted-deep.ts',
    uses('../../../libs/register/src/domain/fold.js', 'fold'),
  ),
  plant('tests-use-the-front-door', 'test/e2e/planted-deep.ts', uses('../../libs/register/src/domain/fold.js', 'fold')),

  plant('kernel-is-alone', 'libs/kernel/src/planted-package.ts', uses('typeorm', 'DataSource')),
  plant('kernel-is-alone', 'libs/kernel/src/planted-node.ts', uses('node:fs', 'readFileSync')),
  plant('domain-is-pure', 'libs/register/src/domain/planted-nest.ts', uses('@nestjs/common', 'Injectable')),
  plant(
    'domain-is-pure',
    'libs/register/src/domain/planted-orm.ts',
    `import type { EntityManager } from 'typeorm';\nexport type Planted = EntityManager;`,
  ),
  plant('domain-is-pure', 'libs/registration/src/domain/planted-files.ts', uses('node:fs', 'readFileSync')),
  plant(
    'domain-is-pure',
    'libs/registration/src/domain/planted-environment.ts',
    'export const used = process.env.PLANTED;',
  ),
  plant('domain-is-pure', 'libs/registration/src/domain/planted-chance.ts', 'export const used = Math.random();'),
  plant(
    'domain-below-layers',
    'libs/registration/src/domain/planted-layer.ts',
    uses('../persistence/applications.js', 'findApplication'),
  ),
  plant('domain-takes-no-plumbing', 'libs/casework/src/domain/planted-plumbing.ts', uses('@app/platform', 'Clock')),
  plant(
    'domain-takes-vocabulary',
    'libs/registration/src/domain/planted-machinery.ts',
    uses('@app/register', 'Register'),
  ),
  plant('domain-takes-vocabulary', 'libs/registration/src/domain/planted-secret.ts', uses('node:crypto', 'randomUUID')),
  plant(
    'persistence-below-application',
    'libs/access/src/persistence/planted-layer.ts',
    uses('../application/open-session.js', 'OpenSession'),
  ),
  plant(
    'application-below-http',
    'libs/casework/src/application/planted-layer.ts',
    uses('../http/dto/case.dto.js', 'CaseDto'),
  ),
  plant(
    'http-through-application',
    'libs/access/src/http/planted-layer.ts',
    uses('../persistence/account.entity.js', 'AccountEntity'),
  ),
  plant(
    'jobs-call-use-cases',
    'libs/access/src/jobs/planted-layer.ts',
    uses('../persistence/account.entity.js', 'AccountEntity'),
  ),

  plant('migrations-stand-alone', 'migrations/9999999999999-Planted.ts', uses('@app/register', 'Register')),
  plant(
    'libs-below-apps',
    'libs/platform/src/planted-app.ts',
    uses('../../../apps/api/src/create-api.js', 'createApi'),
  ),
  plant(
    'libs-below-apps',
    'libs/platform/src/planted-migration.ts',
    uses('../../../migrations/index.js', 'MIGRATIONS'),
  ),
  plant('apps-apart', 'apps/cli/src/planted-app.ts', uses('../../api/src/create-api.js', 'createApi')),
  plant('launcher-before-install', 'apps/launcher/planted.mjs', uses('../../migrations/index.js', 'MIGRATIONS')),
  plant('no-test-code', 'libs/documents/src/application/planted-fixture.ts', uses('../testing/honest-files.js', 'pdf')),
  plant('no-test-code', 'apps/api/src/planted-support.ts', uses('../../../test/support/clock.js', 'SettableClock')),
  plant('no-test-packages', 'libs/register/src/application/planted-package.ts', uses('fast-check', 'assert')),
  plant(
    'no-cycles',
    'libs/hub/src/planted-circle.ts',
    `export { two } from './planted-other-half.js';\nexport const one = 1;`,
    {
      file: 'libs/hub/src/planted-other-half.ts',
      text: `import type { one } from './planted-circle.js';\nexport let two: typeof one;`,
    },
  ),
  plant('resolvable', 'libs/hub/src/planted-nowhere.ts', uses('./there-is-no-such-file.js')),

  plant(
    'own-tables-only',
    'libs/registration/src/application/planted-entry.ts',
    'export const used = `INSERT INTO register.entry (number) VALUES (1)`;',
  ),
  plant(
    'own-tables-only',
    'libs/disclosure/src/application/planted-update.ts',
    'export const used = (n: number) => `UPDATE "register".organization SET version = ${n}`;',
  ),
  plant(
    'own-tables-only',
    'libs/casework/src/application/planted-delete.ts',
    `export const used = 'delete from only audit.entry';`,
  ),
  plant('own-tables-only', 'libs/hub/src/planted-projection.ts', `export const used = { table: 'register.hub' };`),
  plant(
    'own-tables-only',
    'libs/access/src/persistence/planted.entity.ts',
    `import { Entity } from 'typeorm';\n@Entity({ schema: 'register', name: 'entry' })\nexport class Planted {}`,
  ),
  plant(
    'sql-names-its-table',
    'libs/hub/src/planted-variable.ts',
    'export const used = (table: string) => `DELETE FROM ${table}`;',
  ),
  plant('no-ddl', 'libs/hub/src/planted-ddl.ts', `export const used = 'ALTER TABLE hub.hub DISABLE TRIGGER ALL';`),
  plant(
    'legal-time',
    'libs/casework/src/application/planted-sql-time.ts',
    'export const used = `SELECT 1 WHERE due_on < now()`;',
  ),
  plant('legal-time', 'libs/casework/src/application/planted-sql-day.ts', 'export const used = `SELECT current_date`;'),
  plant('legal-time', 'libs/registration/src/application/planted-date.ts', 'export const used = () => new Date();'),
  plant('legal-time', 'libs/hub/src/planted-instant.ts', 'export const used = () => Date.now();'),
  plant('ranked', 'libs/common/src/index.ts', 'export const planted = 1;'),
];
