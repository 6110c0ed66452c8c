/* The least that a FastCGI or CGI program can do: what ours is measured against. */
#include <fcgiapp.h>
#include <stdio.h>
#include <string.h>

static const char hello[] = "Status: 200 OK\r\nContent-Type: text/plain\r\n\r\nhello\n";

int main(void)
{
	FCGX_Request request;

	if (FCGX_IsCGI())
		return fputs(hello, stdout) == EOF;
	if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, 0) != 0)
		return 1;
	while (FCGX_Accept_r(&request) == 0) {
		FCGX_PutStr(hello, (int)strlen(hello), request.out);
		FCGX_Finish_r(&request);
	}
	return 0;
}
