import { CreatePlatform1795478400000 } from './1795478400000-CreatePlatform.js';
import { CreateAccess1795478400001 } from './1795478400001-CreateAccess.js';

/** All migrations, oldest first. One that has landed is never edited. */
export const MIGRATIONS = [CreatePlatform1795478400000, CreateAccess1795478400001];
