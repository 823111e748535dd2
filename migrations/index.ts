import { CreatePlatform1795478400000 } from './1795478400000-CreatePlatform.js';
import { CreateAccess1795478400001 } from './1795478400001-CreateAccess.js';
import { CreateDocuments1795478400002 } from './1795478400002-CreateDocuments.js';
import { CreateRegister1795478400003 } from './1795478400003-CreateRegister.js';
import { CreateCasework1795478400004 } from './1795478400004-CreateCasework.js';
import { CreateRegistration1795478400005 } from './1795478400005-CreateRegistration.js';
import { CreateDisclosure1795478400006 } from './1795478400006-CreateDisclosure.js';
import { CreateSeals1795478400007 } from './1795478400007-CreateSeals.js';
import { RotateKeys1795478400008 } from './1795478400008-RotateKeys.js';
import { ContinueTransactions1795478400009 } from './1795478400009-ContinueTransactions.js';
import { ShowProgress1795478400010 } from './1795478400010-ShowProgress.js';
import { CreateMatters1795600000000 } from './1795600000000-CreateMatters.js';
import { NumberAuditRows1795508000000 } from './1795508000000-NumberAuditRows.js';
import { CreateNotices1795700000000 } from './1795700000000-CreateNotices.js';
import { SealCaseFiles1795800000000 } from './1795800000000-SealCaseFiles.js';
import { CreateHub1795900000000 } from './1795900000000-CreateHub.js';
import { CreateFiling1796000000000 } from './1796000000000-CreateFiling.js';

/** All migrations, oldest first. One that has landed is never edited. */
export const MIGRATIONS = [
  CreatePlatform1795478400000,
  CreateAccess1795478400001,
  CreateDocuments1795478400002,
  CreateRegister1795478400003,
  CreateCasework1795478400004,
  CreateRegistration1795478400005,
  CreateDisclosure1795478400006,
  CreateSeals1795478400007,
  RotateKeys1795478400008,
  ContinueTransactions1795478400009,
  ShowProgress1795478400010,
  NumberAuditRows1795508000000,
  CreateMatters1795600000000,
  CreateNotices1795700000000,
  SealCaseFiles1795800000000,
  CreateHub1795900000000,
  CreateFiling1796000000000,
];
