import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { validationPipe } from '@app/platform';
import { LoginInput } from './dto/auth.dto.js';
import { loginRefused } from './not-logged-in.js';

/** Lets through who knows the password. Guards run before pipes, so the form of the body is checked here. */
@Injectable()
export class LoginGuard extends AuthGuard('local') {
  private readonly pipe = validationPipe();

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { body } = context.switchToHttp().getRequest<{ body?: unknown }>();
    await this.pipe.transform(body ?? {}, { type: 'body', metatype: LoginInput });
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<User>(error: Error | null, user: User | false): User {
    if (error) throw error;
    if (!user) throw loginRefused();
    return user;
  }
}
