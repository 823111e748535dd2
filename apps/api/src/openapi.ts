import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Settings } from '@app/platform';

/**
 * The OpenAPI 3.1 document of the whole API. Only the built program can give it in full: the compiler's plugin puts the
 * types and comments into it.
 */
export function openApiDocument(app: INestApplication, settings?: Settings): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('枢纽 Shuniu')
    .setDescription('社会组织登记与枢纽型治理平台 / Registry of social organizations and hub governance')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addCookieAuth('refresh_token', { type: 'apiKey', in: 'cookie' }, 'refresh_token');
  if (settings?.publicUrl) builder.addServer(settings.publicUrl);
  return SwaggerModule.createDocument(app, builder.build());
}

/** Serves Swagger UI at /api/docs and the document at /api/openapi.json. */
export function serveOpenApi(app: INestApplication, settings: Settings): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app, settings), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: '枢纽 Shuniu API',
  });
}
