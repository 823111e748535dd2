import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { NotPermitted } from '@app/kernel';
import { AllowPublic } from '@app/platform';
import { AccessGuard } from './access.guard.js';
import { AllowRoles } from './allow.decorator.js';

class Routes {
  silent(): void {}

  @AllowPublic()
  open(): void {}
}

const guard = new AccessGuard(new Reflector());
const at = (handler: () => void) => ({ getHandler: () => handler }) as unknown as ExecutionContext;

it('refuses a route that does not say who may call it', async () => {
  await expect(guard.canActivate(at(Routes.prototype.silent))).rejects.toThrow(NotPermitted);
});

it('lets everybody through to a public route, without asking who it is', async () => {
  await expect(guard.canActivate(at(Routes.prototype.open))).resolves.toBe(true);
});

it('is not asked two things: a route that says twice who may call it fails when its class is read', () => {
  const readTwice = () => {
    class Twice {
      @AllowPublic()
      @AllowRoles('AUDITOR')
      route(): void {}
    }
    return Twice;
  };
  expect(readTwice).toThrow('Twice.route declares its access twice');
});
