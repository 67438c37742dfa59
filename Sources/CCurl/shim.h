#pragma once
#include <curl/curl.h>
#include <string.h>

// Swift imports no variadic functions.

/// What came of a request.
struct ccurl_answer {
  char *bytes;
  size_t length;
  size_t limit;
  long status;
};

static size_t ccurl_collect(char *data, size_t size, size_t count, void *context) {
  struct ccurl_answer *answer = context;
  size_t more = size * count;
  if (more > answer->limit - answer->length) return 0;
  memcpy(answer->bytes + answer->length, data, more);
  answer->length += more;
  return more;
}

/// Makes one request without following it elsewhere: a GET, or a POST of a form when there is one. 0 when an answer came.
static inline int ccurl_request(const char *url, const char *form, const char *authority, int is_secure,
                                struct ccurl_answer *answer) {
  CURL *handle = curl_easy_init();
  if (!handle) return -1;
  struct curl_slist *headers = curl_slist_append(NULL, "Accept: application/json");
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, is_secure ? "https" : "http,https");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, 5L);
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
  if (authority) {
    curl_easy_setopt(handle, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(handle, CURLOPT_USERPWD, authority);
  }
  if (form) curl_easy_setopt(handle, CURLOPT_POSTFIELDS, form);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, ccurl_collect);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, answer);
  CURLcode result = curl_easy_perform(handle);
  if (result == CURLE_OK) curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer->status);
  curl_slist_free_all(headers);
  curl_easy_cleanup(handle);
  return result;
}
