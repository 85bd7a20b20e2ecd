export { allowLongStatements } from './allow-long-statements';
export { copyOut } from './copy-out';
export { DatabaseModule } from './database.module';
export { listen, type StopListening } from './listen';
export { loadSql } from './load-sql';
export { MIGRATIONS_FOLDER, revertMigrations, runMigrations } from './migrations';
export { waitForDatabase } from './wait-for-database';
export { writing } from './writing';
