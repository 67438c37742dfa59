#pragma once
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

// Swift imports no function-like macros.

/// The public key of an RSA modulus and exponent, or nothing when they are none.
static inline EVP_PKEY *ccrypto_rsa_key(const unsigned char *n, size_t n_length, const unsigned char *e,
                                        size_t e_length) {
  EVP_PKEY *key = NULL;
  BIGNUM *modulus = BN_bin2bn(n, (int)n_length, NULL), *exponent = BN_bin2bn(e, (int)e_length, NULL);
  OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
  OSSL_PARAM *parameters = NULL;
  if (modulus && exponent && builder && context && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, modulus) &&
      OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, exponent) &&
      (parameters = OSSL_PARAM_BLD_to_param(builder)) && EVP_PKEY_fromdata_init(context) == 1)
    EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters);
  OSSL_PARAM_free(parameters);
  EVP_PKEY_CTX_free(context);
  OSSL_PARAM_BLD_free(builder);
  BN_free(exponent);
  BN_free(modulus);
  return key;
}

/// The public key of an uncompressed point of P-256, or nothing when it is none.
static inline EVP_PKEY *ccrypto_p256_key(const unsigned char *point, size_t length) {
  EVP_PKEY *key = NULL;
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "EC", NULL);
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, (char *)"prime256v1", 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, (void *)point, length), OSSL_PARAM_construct_end()};
  if (context && EVP_PKEY_fromdata_init(context) == 1) EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters);
  EVP_PKEY_CTX_free(context);
  return key;
}

/// The public key of Ed25519.
static inline EVP_PKEY *ccrypto_ed25519_key(const unsigned char *point, size_t length) {
  return EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, point, length);
}

/// Tells whether a signature over a message is one of a key; the digest is SHA-256, none for Ed25519.
static inline int ccrypto_verifies(EVP_PKEY *key, int is_hashed, int is_pss, const unsigned char *signature,
                                   size_t signature_length, const unsigned char *message, size_t message_length) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_PKEY_CTX *options = NULL;
  int result = context && EVP_DigestVerifyInit(context, &options, is_hashed ? EVP_sha256() : NULL, NULL, key) == 1;
  if (result && is_pss)
    result = EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1 &&
             EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST) == 1;
  if (result) result = EVP_DigestVerify(context, signature, signature_length, message, message_length) == 1;
  EVP_MD_CTX_free(context);
  return result;
}

/// The DER form of the two halves of an ECDSA signature; its length, or 0.
static inline size_t ccrypto_der_signature(const unsigned char *halves, unsigned char *der, size_t capacity) {
  ECDSA_SIG *signature = ECDSA_SIG_new();
  BIGNUM *r = BN_bin2bn(halves, 32, NULL), *s = BN_bin2bn(halves + 32, 32, NULL);
  if (!signature || !ECDSA_SIG_set0(signature, r, s)) {
    BN_free(r);
    BN_free(s);
    ECDSA_SIG_free(signature);
    return 0;
  }
  int length = i2d_ECDSA_SIG(signature, NULL);
  unsigned char *end = der;
  if (length > 0 && (size_t)length <= capacity) length = i2d_ECDSA_SIG(signature, &end);
  else length = 0;
  ECDSA_SIG_free(signature);
  return (size_t)length;
}
