import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountQueries } from './application/account.queries.js';
import { AgentClaimQueries } from './application/agent-claim.queries.js';
import { ChangeAccountStatus } from './application/change-account-status.js';
import { ChangePassword } from './application/change-password.js';
import { CreateInstallationAccount } from './application/create-installation-account.js';
import { DecideAgentClaim } from './application/decide-agent-claim.js';
import { DecidePasswordReset } from './application/decide-password-reset.js';
import { DecideRoleGrant } from './application/decide-role-grant.js';
import { DemoAccounts } from './application/demo-accounts.js';
import { EndSession } from './application/end-session.js';
import { FileAgentClaim } from './application/file-agent-claim.js';
import { LoginThrottle } from './application/login-throttle.js';
import { OpenSession } from './application/open-session.js';
import { PasswordHasher } from './application/password-hasher.js';
import { PasswordResetQueries } from './application/password-reset.queries.js';
import { PrincipalQueries } from './application/principal.queries.js';
import { ProposePasswordReset } from './application/propose-password-reset.js';
import { ProposeRoleGrant } from './application/propose-role-grant.js';
import { RefreshSession } from './application/refresh-session.js';
import { RegisterAccount } from './application/register-account.js';
import { RoleGrantQueries } from './application/role-grant.queries.js';
import { SessionQueries } from './application/session.queries.js';
import { VerifyPassword } from './application/verify-password.js';
import { LIFETIMES } from './domain/session.table.js';
import { AccessGuard } from './http/access.guard.js';
import { AccountController } from './http/account.controller.js';
import { AgentClaimController } from './http/agent-claim.controller.js';
import { AuditController } from './http/audit.controller.js';
import { JobController } from './http/job.controller.js';
import { AuthController } from './http/auth.controller.js';
import { JwtStrategy } from './http/jwt.strategy.js';
import { LocalStrategy } from './http/local.strategy.js';
import { PasswordResetController } from './http/password-reset.controller.js';
import { RefreshCookie } from './http/refresh-cookie.js';
import { RoleGrantController } from './http/role-grant.controller.js';
import { SessionAnswer } from './http/session-answer.js';
import { SessionController } from './http/session.controller.js';
import { PurgeAccess } from './jobs/purge-access.job.js';
import { AccountEntity } from './persistence/account.entity.js';
import { AgentClaimEntity } from './persistence/agent-claim.entity.js';
import { LoginFailureEntity } from './persistence/login-failure.entity.js';
import { PasswordResetEntity } from './persistence/password-reset.entity.js';
import { RefreshTokenEntity } from './persistence/refresh-token.entity.js';
import { RoleGrantEntity } from './persistence/role-grant.entity.js';
import { SessionEntity } from './persistence/session.entity.js';

const ENTITIES = [
  AccountEntity,
  AgentClaimEntity,
  LoginFailureEntity,
  PasswordResetEntity,
  RefreshTokenEntity,
  RoleGrantEntity,
  SessionEntity,
];

const QUERIES = [
  AccountQueries,
  AgentClaimQueries,
  PasswordResetQueries,
  PrincipalQueries,
  RoleGrantQueries,
  SessionQueries,
];

const USE_CASES = [
  ChangeAccountStatus,
  ChangePassword,
  CreateInstallationAccount,
  DecideAgentClaim,
  DecidePasswordReset,
  DecideRoleGrant,
  DemoAccounts,
  EndSession,
  FileAgentClaim,
  OpenSession,
  ProposePasswordReset,
  ProposeRoleGrant,
  RefreshSession,
  RegisterAccount,
  VerifyPassword,
];

const HTTP = [JwtStrategy, LocalStrategy, RefreshCookie, SessionAnswer, { provide: APP_GUARD, useClass: AccessGuard }];

const tokens = JwtModule.register({ signOptions: { algorithm: 'HS256', expiresIn: LIFETIMES.accessToken } });

/** Accounts, sessions, roles; and the guard before every route of the application. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), PassportModule, tokens],
  controllers: [
    AuthController,
    SessionController,
    AccountController,
    RoleGrantController,
    PasswordResetController,
    AgentClaimController,
    AuditController,
    JobController,
  ],
  providers: [LoginThrottle, PasswordHasher, PurgeAccess, ...QUERIES, ...USE_CASES, ...HTTP],
  exports: [CreateInstallationAccount, DemoAccounts, PrincipalQueries],
})
export class AccessModule {}
