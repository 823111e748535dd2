import { DataSource } from 'typeorm';
import { ownerDataSource, readSettings, SystemClock, UnitOfWork } from '@app/platform';
import { MIGRATIONS } from '../../../migrations/index.js';

/** Runs a command as the owner of the database. @throws Error when nobody said how to reach it. */
export async function asOwner<T>(work: (dataSource: DataSource, owner: UnitOfWork) => Promise<T>): Promise<T> {
  const { databaseOwnerUrl } = readSettings(process.env);
  if (!databaseOwnerUrl) throw new Error('DATABASE_OWNER_URL is needed');
  const dataSource = await new DataSource(ownerDataSource(databaseOwnerUrl, MIGRATIONS)).initialize();
  try {
    return await work(dataSource, new UnitOfWork(dataSource, new SystemClock()));
  } finally {
    await dataSource.destroy();
  }
}
