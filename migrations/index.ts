import { CreatePlatform1795478400000 } from './1795478400000-CreatePlatform.js';

/** All migrations, oldest first. One that has landed is never edited. */
export const MIGRATIONS = [CreatePlatform1795478400000];
