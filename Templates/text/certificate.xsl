<?xml version="1.0" encoding="UTF-8"?>
<!-- The certificate of a programme as plain text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:c="urn:trygghetsregister:certificate:1" xmlns:f="urn:trygghetsregister:functions:1">
  <xsl:import href="../parts/certificate.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:param name="language"/>

  <xsl:template match="/c:certificate">
    <xsl:value-of select="concat(c:issuer, '&#10;', f:message('statement.agency'), '&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.issued'), ': ', @issued, '&#10;')"/>
    <xsl:value-of select="concat(f:message('statement.number'), ': ', @number, '&#10;&#10;', $kind, '&#10;')"/>
    <xsl:apply-templates select="c:title"/>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:if test="$language != 'sv'"><xsl:value-of select="concat(f:message('certificate.translation'), '&#10;&#10;')"/></xsl:if>
    <xsl:call-template name="attested"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:correction">
      <xsl:value-of select="concat(f:message('certificate.corrects', 'number', string(@supersedes), 'reason', string(.)), '&#10;')"/>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="c:module">
      <xsl:text>– </xsl:text>
      <xsl:apply-templates select="." mode="name"/>
      <xsl:text>: </xsl:text>
      <xsl:call-template name="hours"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:if test="count(c:module) &gt; 1">
      <xsl:value-of select="concat(f:message('certificate.total'), ': ')"/>
      <xsl:call-template name="hours"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="@programme = 'RJ'"><xsl:value-of select="concat(f:message('certificate.not-mediator'), '&#10;')"/></xsl:if>
    <xsl:if test="@valid-to"><xsl:value-of select="concat(f:message('certificate.valid-to', 'day', f:date(string(@valid-to))), '&#10;')"/></xsl:if>
    <xsl:call-template name="objection"/>
    <xsl:value-of select="concat('&#10;&#10;', f:message('certificate.verify'), '&#10;', f:message('statement.code'), ': ', @code, '&#10;', @verify, '&#10;&#10;')"/>
    <xsl:value-of select="concat(f:message('certificate.proposal'), '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
