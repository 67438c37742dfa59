<?xml version="1.0" encoding="UTF-8"?>
<!-- Any letter as plain text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:l="urn:trygghetsregister:letter:1" xmlns:f="urn:trygghetsregister:functions:1">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:param name="language"/>

  <xsl:template match="/l:letter">
    <xsl:value-of select="concat(l:issuer, '&#10;')"/>
    <xsl:if test="not(l:issuer/@register = 'false')"><xsl:value-of select="concat(f:message('statement.agency'), '&#10;')"/></xsl:if>
    <xsl:value-of select="concat(f:message('statement.issued'), ': ', @issued, '&#10;')"/>
    <xsl:if test="@number"><xsl:value-of select="concat(f:message('statement.number'), ': ', @number, '&#10;')"/></xsl:if>
    <xsl:for-each select="l:reference"><xsl:value-of select="concat(@label, ': ', ., '&#10;')"/></xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="l:recipient"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="l:subject"><xsl:value-of select="concat(., '&#10;')"/></xsl:for-each>
    <xsl:value-of select="concat(l:title, '&#10;')"/>
    <xsl:for-each select="l:outcome"><xsl:value-of select="concat('&#10;', ., '&#10;')"/></xsl:for-each>
    <xsl:for-each select="l:section">
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates/>
    </xsl:for-each>
    <xsl:for-each select="l:bill"><xsl:value-of select="concat('&#10;', ., '&#10;')"/></xsl:for-each>
    <xsl:if test="@code"><xsl:value-of select="concat(f:message('verification.code'), ': ', @code, '&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template match="l:recipient">
    <xsl:choose>
      <xsl:when test="@estate = 'true'"><xsl:value-of select="f:message('statement.estate', 'name', string(l:name))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="l:name"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
    <xsl:for-each select="l:line | l:street | l:cover"><xsl:value-of select="concat(., '&#10;')"/></xsl:for-each>
    <xsl:for-each select="l:postcode"><xsl:value-of select="concat(., ' ', ../l:city, '&#10;')"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="l:heading"><xsl:value-of select="concat(., '&#10;')"/></xsl:template>
  <xsl:template match="l:p"><xsl:value-of select="concat(., '&#10;')"/></xsl:template>
  <xsl:template match="l:item"><xsl:value-of select="concat('– ', ., '&#10;')"/></xsl:template>
  <xsl:template match="l:fact"><xsl:value-of select="concat(@label, ': ', ., '&#10;')"/></xsl:template>
  <xsl:template match="l:code"><xsl:value-of select="concat(., '&#10;')"/></xsl:template>
  <xsl:template match="l:room"><xsl:value-of select="concat(., '&#10;&#10;')"/></xsl:template>
  <xsl:template match="l:attendance">
    <xsl:value-of select="concat(f:message('statement.chart', 'attended', string(@attended), 'counted', string(@counted), 'needed', string(@needed)), '&#10;')"/>
  </xsl:template>
  <xsl:template match="l:conditions">
    <xsl:value-of select="concat(f:message('statement.conditions'), '&#10;')"/>
    <xsl:for-each select="l:condition">
      <xsl:value-of select="concat('– ', f:message(concat('statement.', @state)), ': ', l:text, ' (', l:provision, ')&#10;')"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="l:column"/>
  <xsl:template match="l:occasion"><xsl:value-of select="concat(@day, ' ', @kind, ': ', ., '&#10;')"/></xsl:template>
</xsl:stylesheet>
