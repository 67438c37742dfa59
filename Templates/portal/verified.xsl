<?xml version="1.0" encoding="UTF-8"?>
<!-- What a genuine document says, and whether it holds. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:s="urn:trygghetsregister:statement:1" xmlns:c="urn:trygghetsregister:certificate:1"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="s c f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="../parts/hours.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:apply-templates select="verified"/>
  </xsl:template>

  <xsl:template name="title">
    <xsl:choose>
      <xsl:when test="not(/page/verified/@holds)"><xsl:value-of select="f:message('verified.replaced')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="f:message('verified.genuine')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="verified">
    <xsl:call-template name="heading"><xsl:with-param name="kicker" select="f:message(concat('document.', @kind))"/></xsl:call-template>
    <xsl:if test="not(@holds)">
      <div class="notice wrong">
        <p>
          <xsl:choose>
            <xsl:when test="@state = 'återkallat'"><xsl:value-of select="f:message('verified.revoked', 'day', f:date(string(@since)))"/></xsl:when>
            <xsl:when test="@state = 'utgånget'"><xsl:value-of select="f:message('verified.expired', 'day', f:date(string(@since)))"/></xsl:when>
            <xsl:when test="@by"><xsl:value-of select="f:message('verified.replaced-by', 'number', string(@by))"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="f:message('verified.nothing-holds')"/></xsl:otherwise>
          </xsl:choose>
        </p>
      </div>
    </xsl:if>
    <p class="lead"><xsl:value-of select="f:message('verified.compare')"/></p>
    <dl class="facts card">
      <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.number'"/><xsl:with-param name="value" select="string(@number)"/></xsl:call-template>
      <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.issued'"/><xsl:with-param name="value" select="f:date(string(@issued))"/></xsl:call-template>
      <xsl:apply-templates select="*" mode="content"/>
    </dl>
    <p><a href="/verifiera"><xsl:value-of select="f:message('verified.another')"/></a></p>
  </xsl:template>

  <xsl:template match="s:statement" mode="content">
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'verified.issuer'"/><xsl:with-param name="value" select="string(s:issuer)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.name'"/><xsl:with-param name="value" select="string(s:recipient/s:name)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.person'"/><xsl:with-param name="value" select="string(s:recipient/@number)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.year'"/><xsl:with-param name="value" select="string(@year)"/></xsl:call-template>
    <xsl:for-each select="s:decision/s:window">
      <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.window'"/><xsl:with-param name="value" select="concat(@from, '–', @to, ', ', @ring)"/></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.attendance'"/><xsl:with-param name="value" select="concat(f:message('statement.of', 'attended', string(s:decision/s:attendance/@attended), 'counted', string(s:decision/s:attendance/@counted)), ', ', f:percent(string(s:decision/s:attendance/@attended), string(s:decision/s:attendance/@counted)))"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.amount'"/><xsl:with-param name="value" select="f:message('statement.kronor', 'amount', f:amount(string(s:decision/@amount)))"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.decided'"/><xsl:with-param name="value" select="f:date(string(s:decision/@decided))"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:certificate" mode="content">
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'verified.issuer'"/><xsl:with-param name="value" select="concat(c:issuer, ', ', c:issuer/@number)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'extract.name'"/><xsl:with-param name="value" select="string(c:holder)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'statement.person'"/><xsl:with-param name="value" select="string(c:holder/@number)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'verified.programme'"/><xsl:with-param name="value" select="string(c:title)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'verified.completed'"/><xsl:with-param name="value" select="f:date(string(@completed))"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'verified.length'"/><xsl:with-param name="value"><xsl:call-template name="hours"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template></xsl:with-param></xsl:call-template>
    <xsl:if test="@valid-to"><xsl:call-template name="fact"><xsl:with-param name="label" select="'verified.valid-to'"/><xsl:with-param name="value" select="f:date(string(@valid-to))"/></xsl:call-template></xsl:if>
    <xsl:for-each select="c:module"><xsl:variable name="hours"><xsl:call-template name="hours"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template></xsl:variable><xsl:call-template name="fact"><xsl:with-param name="label" select="'member.module'"/><xsl:with-param name="value" select="concat(., ', ', $hours)"/></xsl:call-template></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
