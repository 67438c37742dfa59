<?xml version="1.0" encoding="UTF-8"?>
<!-- What the page and the text of a certificate have in common: its names in two languages, and minutes as hours. The
     Swedish names are part of the document; the English ones of the house's programmes stand in the catalogue. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:c="urn:trygghetsregister:certificate:1" xmlns:f="urn:trygghetsregister:functions:1">
  <xsl:import href="hours.xsl"/>

  <xsl:template match="c:title">
    <xsl:choose>
      <xsl:when test="$language = 'en' and contains(' TR SM RJ ', concat(' ', ../@programme, ' '))">
        <xsl:value-of select="f:message(concat('certificate.programme-', ../@programme))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:module" mode="name">
    <xsl:choose>
      <xsl:when test="$language = 'en' and contains(' OBS DEE POL JUR KON MED BUR KUL PRA RJ ', concat(' ', @code, ' '))">
        <xsl:value-of select="f:message(concat('certificate.module-', @code))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="attested">
    <xsl:variable name="minutes"><xsl:call-template name="hours"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="f:message('certificate.attested', 'name', string(c:holder), 'number', string(c:holder/@number), 'hours', string($minutes), 'day', f:date(string(@completed)))"/>
  </xsl:template>

  <!-- The same behind the holder's name, where that stands by itself. -->
  <xsl:template name="fulfilled">
    <xsl:variable name="minutes"><xsl:call-template name="hours"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="f:message('certificate.fulfilled', 'hours', string($minutes), 'day', f:date(string(@completed)))"/>
  </xsl:template>

  <!-- The word for what it is: a certificate, or an attestation of ring training. -->
  <xsl:variable name="kind" select="f:message(concat('certificate.kind', substring('-TR', 1, 3 * (/c:certificate/@programme = 'TR'))))"/>

  <!-- Letter text F: what a provider that is no authority says of the way to have it put right. -->
  <xsl:template name="objection">
    <xsl:value-of select="f:message(concat('certificate.objection', substring('-public', 1, 7 * (c:issuer/@public = 'true'))), 'provider', string(c:issuer), 'number', string(c:issuer/@number))"/>
  </xsl:template>
</xsl:stylesheet>
